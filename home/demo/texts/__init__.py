"""What the pages of the invented municipality say."""
