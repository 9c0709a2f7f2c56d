"""What a list is narrowed to: a form that is only read, and that says in words what was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any, ClassVar

from django import forms
from django.db.models import Model, Q, QuerySet
from django.forms import BoundField, Select
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from people.models import User

Rows = QuerySet[Any]
LONGEST = 100  # characters that are searched for; whoever pastes more is not looking for a word


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that the list is narrowed by, in words, and the address's query without it."""

    words: str
    without: str


class ManyOptions(Select):
    """A select of perhaps a thousand workplaces, each an option: written in one go, which a template each is not."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ANN401
        """As Django's, but for its templates."""
        chosen, given = str(value or ""), self.build_attrs(self.attrs, attrs)
        options = mark_safe("".join(_option(str(key), label, chosen) for key, label in self.choices))  # noqa: S308 (escaped)
        named = format_html_join("", ' {}="{}"', ((key, said) for key, said in given.items() if said is not False))
        return format_html('<select name="{}"{}>{}</select>', name, named, options)


def _option(key: str, label: object, chosen: str) -> str:
    return f'<option value="{escape(key)}"{" selected" if key == chosen else ""}>{escape(str(label))}</option>'


class Narrowing(forms.Form):
    """The filters of a list. A subclass names its fields; each has a method `by_<field>(rows, value)`.

    A choice that is none (a workplace that she no longer reaches, a guess) finds nothing, and says so.
    """

    SEARCHED: ClassVar[Sequence[str]] = ()
    """Where each word of `q` may stand."""
    HIDDEN: ClassVar[Sequence[str]] = ()
    """Fields that narrow nothing by themselves, so that they are no chips."""
    CARRIED: ClassVar[Sequence[str]] = ()
    """Fields that are chosen by a link, and that the form takes with it."""

    q = forms.CharField(required=False, max_length=LONGEST)

    def __init__(self, data: QueryDict, *, user: User, now: datetime) -> None:
        """`data` is the address's query."""
        self.user, self.now = user, now
        super().__init__(_readable(data), label_suffix="")

    @property
    def sent(self) -> QueryDict:
        """What was chosen, as it came."""
        data: QueryDict = self.data  # type: ignore[assignment]  # always one, see above
        return data

    def narrowed(self, rows: Rows) -> Rows:
        """The rows that were chosen; none if a choice is not there to choose."""
        if not self.is_valid():
            return rows.none()
        for name in self.fields:
            if name not in self.HIDDEN and self.cleaned_data[name]:
                rows = getattr(self, f"by_{name}")(rows, self.cleaned_data[name])
        return rows

    def ordered(self, rows: Rows) -> Rows:
        """The soonest first."""
        return rows.order_by("starts", "pk")

    def by_q(self, rows: Rows, words: str) -> Rows:
        """Each word is found somewhere."""
        for word in words.split():
            anywhere = Q()
            for field in self.SEARCHED:
                anywhere |= _found(rows.model, field, word)
            rows = rows.filter(anywhere)
        return rows

    def asked(self) -> QueryDict:
        """What was chosen, alone and in the order of the fields: the query that finds the same again."""
        query = QueryDict(mutable=True)
        for name in self.fields:
            if values := [value for value in self.sent.getlist(name) if value.strip()]:
                query.setlist(name, values)
        return query

    def noted(self) -> dict[str, object]:
        """What was chosen, for the history: that a word was looked for, never which."""
        asked = self.asked()
        return {name: asked.getlist(name) if name != "q" else True for name in asked}

    def chips(self) -> list[Chip]:
        """What the list is narrowed by, field by field."""
        self.full_clean()
        asked = self.asked()
        shown = [(name, value) for name in asked if name not in self.HIDDEN for value in asked.getlist(name)]
        return [Chip(self.in_words(name, value), _without(asked, name, value)) for name, value in shown]

    def in_words(self, name: str, value: str) -> str:
        """Arbetsplats: Solgården"""
        field: Any = self.fields[name]
        chosen = self.cleaned_data.get(name)
        if isinstance(chosen, Model):
            said = field.label_from_instance(chosen)
        elif name in self.errors and hasattr(field, "choices"):
            return _("%(label)s: finns inte bland dina val") % {"label": field.label}
        else:
            said = dict(getattr(field, "choices", ())).get(value, value)
        return _("%(label)s: %(value)s") % {"label": field.label, "value": said}

    def query(self, **instead: str) -> str:
        """The query that finds the same, with some of it said otherwise; what is said to be empty is left out."""
        asked = self.asked()
        for name, value in instead.items():
            asked.pop(name, None)
            if value:
                asked[name] = value
        return asked.urlencode()

    def shown(self) -> list[BoundField]:
        """The fields that the form shows."""
        return [self[name] for name in self.fields if name not in self.CARRIED]

    def carried(self) -> list[tuple[str, str]]:
        """What it takes with it."""
        asked = self.asked()
        return [(name, value) for name in self.CARRIED for value in asked.getlist(name)]


def _found(model: type[Model], field: str, word: str) -> Q:
    """Where the word stands: in the row itself, or in one of the few rows of another table where it does.

    Those are looked up first; joined, every row would be carried along to be looked through.
    """
    *relations, column = field.split("__")
    for relation in relations:
        model = model._meta.get_field(relation).related_model  # type: ignore[assignment]  # a relation leads to a model
    there = {f"{column}__icontains": word}
    return Q(**{f"{'__'.join(relations)}__in": model._base_manager.filter(**there)}) if relations else Q(**there)


def _readable(data: QueryDict) -> QueryDict:
    """Without what is no letter: a NUL in an address is nothing that anybody looks for."""
    readable = data.copy()
    for name, values in data.lists():
        readable.setlist(name, [value.replace("\0", "") for value in values])
    return readable


def _without(asked: QueryDict, name: str, value: str) -> str:
    rest = asked.copy()
    rest.setlist(name, [other for other in asked.getlist(name) if other != value])
    return rest.urlencode()
