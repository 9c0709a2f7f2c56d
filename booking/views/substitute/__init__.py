"""The substitute's own screens."""
