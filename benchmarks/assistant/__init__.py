"""The booking assistant's solver in a seeded municipality; see ../README.md."""
