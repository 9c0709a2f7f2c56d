"""What a substitute asks with, and what the payroll office fills in."""
