"""What anybody sends in, and where editors read it."""
