"""Reads a bare answer to the question just asked; each file knows one kind of question."""
