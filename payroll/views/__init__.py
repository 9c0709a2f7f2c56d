"""What is seen of pay at the desk."""
