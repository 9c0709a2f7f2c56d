"""What Wagtail's admin shows of people and places, declared."""
