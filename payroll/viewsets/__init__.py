"""The viewsets of the desk."""
