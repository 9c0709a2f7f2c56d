"""The wage codes that a municipality begins with, as PAXml names what an hour is. Pure."""

OF_BOTH = (
    ("additional", "MER", "Mertid"),
    ("overtime", "ÖT1", "Övertid"),
    ("evening", "OB1", "OB kväll"),
    ("night", "OB2", "OB natt"),
    ("weekend", "OB3", "OB helg"),
    ("major", "OB4", "OB storhelg"),
)
DEFAULTS = (
    ("hourly", "ordinary", "ARB", "Arbetad tid"),
    ("monthly", "ordinary", "TID", "Tid i schema"),
    *((form, *row) for form in ("hourly", "monthly") for row in OF_BOTH),
)
"""How it is paid, what the hour is, the code, and its name."""
