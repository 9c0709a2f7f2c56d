"""How many orders an area is to expect, day by day, against who has time. The model is told in docs/adr/0057."""
