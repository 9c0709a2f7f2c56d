"""The certificate officer's desk in Wagtail's admin."""
