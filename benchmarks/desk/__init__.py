"""What a planner waits for at her desk, in a municipality of 10,000 substitutes; see ../README.md."""
