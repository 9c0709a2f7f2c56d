"""The policies in force, told to those who are booked by them. Pure: the numbers are handed in."""
