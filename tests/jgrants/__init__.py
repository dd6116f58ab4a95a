"""The import of drafts from Jグランツ, against a small portal that speaks its API."""
