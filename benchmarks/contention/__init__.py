"""Thousands of contests for shifts and people, on PostgreSQL; see ../README.md."""
