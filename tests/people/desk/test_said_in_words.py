"""What the system owner's pages say of yes and no, and of roles, in the municipality's language."""

import pytest

from booking.models import OrderReason
from people.models import RuleProfile


@pytest.mark.parametrize(("address", "word"), [("/admin/orsaker/", "Ja"), ("/admin/regelprofiler/", "Nej")])
def test_yes_and_no_are_words(address, word, owner, signed_in):
    OrderReason.objects.create(name="Skuggpass", introduces=True)
    RuleProfile.objects.create(name="Sommaravtal", overridable=False)

    shown = signed_in(owner).get(address).content.decode()

    listed = shown[shown.index("<tbody") :]
    assert word in listed.split()
    assert not {"True", "False"} & set(listed.replace("<", " ").replace(">", " ").replace('"', " ").split())


def test_an_accounts_roles_do_not_say_the_name_again(town, owner, signed_in):
    shown = signed_in(owner).get(f"/admin/konton/inspect/{town.planner.pk}/").content.decode()

    assert "Bemanningsplanerare, Hemtjänst" in shown
    assert f"{town.planner}: " not in shown
