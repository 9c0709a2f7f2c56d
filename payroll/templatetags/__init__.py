"""How pay is said."""
