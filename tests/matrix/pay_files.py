"""What the matrix has of payroll's files, and of what they have said."""

from uuid import UUID

from people.models import Substitute
from tests.factories.payroll import EmploymentFactsFactory, FactsImportFactory, MonthlyPayFactory, PayLayoutFactory


def keys_of(her: Substitute, name: str) -> dict[str, UUID]:
    """By the kinds that routes.txt names."""
    layout = PayLayoutFactory(name=f"Lön {len(name)}")
    done = FactsImportFactory(layout=layout, filename="loner.csv")
    MonthlyPayFactory(substitute=her, source=done)
    EmploymentFactsFactory(substitute=her, source=done, title=name)
    waiting = FactsImportFactory(layout=layout, filename="loner.csv", applied_at=None)
    return {"payfile": waiting.pk, "factslayout": layout.pk}
