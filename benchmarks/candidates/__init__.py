"""Who may take which order, in a municipality of 10,000 substitutes; see ../README.md."""
