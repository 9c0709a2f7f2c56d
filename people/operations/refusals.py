"""What an operation answers when it will not."""


class Refused(Exception):
    """Nothing was changed; `reasons` says why, a sentence for each field that it should stand beside."""

    def __init__(self, **reasons: str) -> None:
        super().__init__(*reasons.values())
        self.reasons = reasons

    def __str__(self) -> str:
        return " ".join(self.reasons.values())
