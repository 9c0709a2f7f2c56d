"""Worked time: what stands as worked, and the hours of each class in it. Hours, never money."""
