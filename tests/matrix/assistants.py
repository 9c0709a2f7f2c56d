"""What the matrix has of booking assistants."""

from uuid import UUID

from tests.cast import NOW, Town
from tests.factories.assistant import AssistantProfileFactory, AssistantRunFactory


def keys_of(town: Town, name: str) -> dict[str, UUID]:
    """By the kinds that routes.txt names."""
    assistant = AssistantProfileFactory(name=f"assistent {name}", areas=[town.area], changed_by=town.planner)
    return {"assistant": assistant.pk, "assistant_run": AssistantRunFactory(profile=assistant, ended_at=NOW).pk}
