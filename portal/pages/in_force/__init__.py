"""What a page says by itself: drawn from the rules, the settings and the rows that hold when it is shown."""
