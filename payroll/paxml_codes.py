"""The time codes of PAXml 2.0 that we know of, and what each states. Pure."""

ABSENCE = frozenset({"SJK", "SJK_KAR", "VAB", "FPE", "TJL", "SEM", "KOM", *(f"FR{n}" for n in range(1, 10))})
PRESENCE = frozenset(
    {
        "ARB", "TID", "MER",
        *(f"{kind}{n}" for kind in ("ÖT", "ÖK", "OB") for n in range(1, 6)),
        *(f"{kind}{n}" for kind in ("JR", "BE") for n in range(1, 4)),
        *(f"NV{n}" for n in range(1, 10)),
    }
)  # fmt: skip
CODES = ABSENCE | PRESENCE | {f"OS{n}" for n in range(1, 6)} | {f"LT{n}" for n in range(1, 10)}
"""All of them: of sick OB (OS) and leave (LT) nothing says whether they are hours or days."""
