"""`python -m desk` is the `desk` command."""

from desk.cli.main import app

app()
