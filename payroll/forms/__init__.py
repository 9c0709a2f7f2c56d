"""What is typed and chosen about pay."""
