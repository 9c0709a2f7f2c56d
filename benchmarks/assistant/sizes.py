"""How large the municipalities are."""

SIZES = {"S": (300, 1_500), "M": (2_000, 10_000), "L": (10_000, 60_000)}
"""Substitutes, and orders in a month."""
