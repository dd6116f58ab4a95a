"""Drafts of program records from the public API of Jグランツ: fetched politely, compared, never published unseen."""
