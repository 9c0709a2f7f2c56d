"""Statistik: how it went, for those who plan and those who answer for it."""
