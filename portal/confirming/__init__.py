"""Asking on the spot for who sits there: where it is asked (needs), that it is (asked), and the page that asks."""
