"""Pure helpers that find one kind of entity each in normalised text."""
