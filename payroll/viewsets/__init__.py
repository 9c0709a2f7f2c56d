"""What Wagtail's admin shows of pay, declared."""
