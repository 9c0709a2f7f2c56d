"""How it went: figures of the shifts that have begun. What is counted, and how, is in docs/statistics.md."""
