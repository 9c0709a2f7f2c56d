"""What the gateways call, and what the signed-in user has been told."""
