"""What people and places are told by form."""
