"""How quickly the figures of a large municipality are told."""
