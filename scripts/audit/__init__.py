"""What auditors from outside say of the portal's pages, as they are served in production: `make audit`."""
