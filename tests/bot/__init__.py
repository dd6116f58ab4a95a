"""Tests of what runs inside Rasa; they run in its own environment, bot/.venv."""
