"""The planners' desk, inside Wagtail's admin."""
