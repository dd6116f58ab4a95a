"""Japanese text: normalisation with offsets, and reading by GiNZA and Sudachi."""
