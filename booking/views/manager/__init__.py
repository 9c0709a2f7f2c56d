"""The ordering manager's own screens."""
