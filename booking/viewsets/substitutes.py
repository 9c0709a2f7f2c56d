"""Substitutes in the admin: found in the list, read on their pages, with their papers."""

from collections.abc import Callable
from typing import ClassVar

from django.http import HttpResponse
from django.urls import URLPattern, path

from booking.views.desk import papers as ends
from booking.views.desk import (
    several_substitutes,
    standing,
    substitute,
    substitute_account,
    substitute_las,
    substitute_list,
    substitute_messages,
    substitute_notes,
    substitute_papers,
    substitute_shifts,
    substitute_time_bank,
    validity,
)
from people.models import Substitute
from people.views.desk import import_file, papers, second_steps, substitutes
from people.viewsets.scoped import ScopedModelViewSet

View = Callable[..., HttpResponse]

OF_ALL = [
    path("giltighet/", validity.report, name="validity"),
    path("giltighet/fil/<str:kind>/", validity.export, name="validity_export"),
    path("flera/", several_substitutes.choose, name="several"),
    path("flera/<str:deed>/forhand/", several_substitutes.foretell, name="foretell"),
    path("flera/<str:deed>/gor/", several_substitutes.carry_out, name="carry_out"),
    path("flera/<uuid:command>/", several_substitutes.outcome, name="outcome"),
    path("import/", import_file.hand_in, name="import"),
    path("import/mall/", import_file.template, name="import_template"),
    path("import/<uuid:pk>/", import_file.report, name="import_report"),
    path("import/<uuid:pk>/genomfor/", import_file.carry_out, name="import_carry_out"),
    path("import/<uuid:pk>/kasta/", import_file.throw_away, name="import_discard"),
    path("import/<uuid:pk>/fel/", import_file.faults, name="import_faults"),
]
OF_ONE = [
    path("<uuid:pk>/andra/", substitutes.change, name="change"),
    path("<uuid:pk>/konto/", substitute_account.show, name="account"),
    path("<uuid:pk>/konto/lank/", substitute_account.send_link, name="send_link"),
    path("<uuid:pk>/konto/lank/ta-tillbaka/", substitute_account.withdraw_link, name="withdraw_link"),
    path("<uuid:pk>/konto/sista-dagen/", substitute_account.end, name="end"),
    path("<uuid:pk>/konto/stang/", substitute_account.close, name="close"),
    path("<uuid:pk>/konto/oppna/", substitute_account.reopen, name="reopen"),
    path("<uuid:pk>/ta-bort-steg/", second_steps.of_substitute, name="unlock"),
    path("<uuid:pk>/papper/", substitute_papers.show, name="papers"),
    path("<uuid:pk>/pass/", substitute_shifts.show, name="shifts"),
    path("<uuid:pk>/las/", substitute_las.show, name="las"),
    path("<uuid:pk>/tidbank/", substitute_time_bank.show, name="time_bank"),
    path("<uuid:pk>/tidbank/ny/", substitute_time_bank.write, name="write_time"),
    path("<uuid:pk>/meddelanden/", substitute_messages.show, name="messages"),
    path("<uuid:pk>/tid/", substitute_notes.put_in_time, name="put_in_time"),
    path("tid/<uuid:pk>/ta-bort/", substitute_notes.take_away_time, name="take_away_time"),
    path("<uuid:pk>/anteckning/", substitute_notes.write, name="write_note"),
    path("anteckning/<uuid:pk>/ta-bort/", substitute_notes.remove, name="remove_note"),
    path("<uuid:pk>/avtal/ny/", papers.agree, name="agree"),
    path("<uuid:pk>/kompetens/ny/", papers.prove, name="prove"),
    path("avtal/<uuid:pk>/avsluta/", ends.end_agreement, name="end_agreement"),
    path("kompetens/<uuid:pk>/avsluta/", ends.revoke, name="revoke"),
    path("<uuid:pk>/sparr/", standing.block, name="block"),
    path("sparr/<uuid:pk>/hav/", standing.lift, name="lift"),
    path("<uuid:pk>/introduktion/", standing.introduce, name="introduce"),
    path("introduktion/<uuid:pk>/ta-bort/", standing.withdraw_introduction, name="withdraw_introduction"),
    path("<uuid:pk>/registerkontroll/", standing.check, name="check"),
    path("<uuid:pk>/franvaro/", standing.note_absence, name="note_absence"),
    path("franvaro/<uuid:pk>/korta/", standing.shorten_absence, name="shorten_absence"),
    path("vila/<uuid:pk>/given/", standing.settle, name="settle"),
]


class SubstituteViewSet(ScopedModelViewSet):
    """Substitutes."""

    model = Substitute
    url_prefix = "vikarier"
    icon = "user"
    screens: ClassVar = frozenset({"index", "add", "inspect"})
    index_view: View = staticmethod(substitute_list.index)
    add_view: View = staticmethod(substitutes.take_on)
    inspect_view: View = staticmethod(substitute.show)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), *OF_ALL, *OF_ONE]
