"""Drafts of program records from Jグランツ's public API: fetched politely, compared with the catalogue, not published."""
