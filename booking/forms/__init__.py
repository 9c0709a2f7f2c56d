"""What the browser may fill in, and how it is checked; a module a form."""
