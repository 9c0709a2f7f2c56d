"""What the browser asks of people and places."""
