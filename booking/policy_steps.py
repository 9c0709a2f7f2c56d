"""Where each thing of a policy comes from: decided here, in the area, or nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from booking.models import Policy
from booking.models.policy import step_by_step
from booking.offering import OfferTerms
from booking.policy_settings import SECTIONS, SETTINGS
from booking.policy_words import Section, Setting
from people.models import Area, Workplace

Place = Area | Workplace


class Step(StrEnum):
    """Who has decided."""

    HERE = "here"
    AREA = "area"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Line:
    """One setting at a place: what holds, who decided it, and what would hold if nobody had here."""

    setting: Setting
    value: object
    step: Step
    above: object
    step_above: Step

    @property
    def words(self) -> str:
        """3 tim"""
        return self.setting.says(self.value)

    @property
    def one_step_up(self) -> str:
        """Området: 3 tim"""
        return f"{step_name(self.step_above)}: {self.setting.says(self.above)}"

    @property
    def who(self) -> str:
        """Här, Området or Standard."""
        return step_name(self.step)


@dataclass(frozen=True, slots=True)
class Steps:
    """The policies that a place stands on: its own, and for a workplace its area's."""

    own: Policy | None
    area: Policy | None = None

    @property
    def terms(self) -> OfferTerms:
        """What is in force."""
        return step_by_step(self.area, self.own)

    def by_section(self) -> Iterator[tuple[Section, list[Line]]]:
        """Every setting, in the order of the page."""
        for section in SECTIONS:
            yield section, [self.line(setting) for setting in section.settings]

    def differing(self) -> list[Line]:
        """What is decided here."""
        return [self.line(SETTINGS[name]) for name in said_by(self.own) if name in SETTINGS]

    def line(self, setting: Setting) -> Line:
        """One setting."""
        name = setting.name
        above = getattr(step_by_step(self.area), name)
        step_above = Step.AREA if name in said_by(self.area) else Step.DEFAULT
        step = Step.HERE if name in said_by(self.own) else step_above
        return Line(setting, getattr(self.terms, name), step, above, step_above)


def said_by(policy: Policy | None) -> dict[str, object]:
    """What the policy decides; no policy decides nothing."""
    return policy.said() if policy else {}


def of(place: Place) -> Steps:
    """The steps of a place; one query."""
    if isinstance(place, Area):
        return Steps(Policy.objects.filter(area=place).first())
    found = {policy.area_id or policy.workplace_id: policy for policy in Policy.objects.reaching(place)}
    return Steps(found.get(place.pk), found.get(place.area_id))


def step_name(step: Step) -> str:
    """What the step is called on the screen."""
    return {Step.HERE: _("Här"), Step.AREA: _("Området"), Step.DEFAULT: _("Standard")}[step]
