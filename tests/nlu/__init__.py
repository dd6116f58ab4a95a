"""Measures the language understanding on the fixed evaluation set."""
