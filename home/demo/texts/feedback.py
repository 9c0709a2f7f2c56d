"""The page where anybody may say something."""

from typing import Any

FEEDBACK = ("synpunkt", "Lämna en synpunkt", "Säg vad som är bra och vad som kan bli bättre. Du kan vara anonym.")
FORM: dict[str, Any] = {
    "subjects": [("subject", words) for words in ("Portalen", "Guiderna", "Passen och bokningarna", "Något annat")],
    "next_steps": "Bemanningen läser din synpunkt inom fem dagar. Har du skrivit hur vi når dig får du svar.",
}
