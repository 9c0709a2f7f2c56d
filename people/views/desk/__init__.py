"""The system owner's desk, inside Wagtail's admin."""
