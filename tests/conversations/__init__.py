"""Conversations through all processes, as scripts in YAML whose names are sentences."""
