"""Ticking off the list of a course."""
