"""How quickly a month of worked time becomes a file for payroll, and in how much memory."""
