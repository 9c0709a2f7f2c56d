"""Substitutes from a file.

A table (`tables`), its columns (`columns`), what each row says (`cleaning`), what would come of it (`plan`), doing it
(`carrying_out`).
"""
