"""The SMS gateways as their documents describe them, on a port of one's own machine."""
