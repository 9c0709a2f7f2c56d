"""Every change of what goes between the schedule and the portal."""
