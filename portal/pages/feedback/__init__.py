"""What readers say of the pages: how it comes in, who reads it, and when it is forgotten."""
