"""The substitute's pages, the public check, and the officer's desk."""
