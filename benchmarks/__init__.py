"""What is measured; see README.md here."""
