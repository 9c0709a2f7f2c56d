"""What the scheduling system calls, and the desk's pages of what goes each way."""
