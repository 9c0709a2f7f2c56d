"""The numbers that hold for a case: of the agreement's rule profile, of the policy, of the law."""

from datetime import timedelta

from tests.factories.people import AgreementFactory, SubstituteFactory
from tests.factories.standing import PolicyFactory, RuleProfileFactory

HOUR = timedelta(hours=1)


def test_the_policy_sets_the_caps_the_profile_goes_before_it_and_the_law_is_what_is_left(town, case):
    PolicyFactory(area=town.area, month_cap=100, days_in_row=6)
    plain, bound = town.substitute(), SubstituteFactory()
    profile = RuleProfileFactory(weekly_hours="38.25", month_cap=80, overridable=False)
    AgreementFactory(substitute=bound, area=town.area, rule_profile=profile)

    terms, hers = case(town.order(), plain).terms, case(town.order(), bound).terms

    assert (terms.month_cap, terms.days_in_row, terms.weekly_hours, terms.overridable) == (
        100 * HOUR,
        6,
        40 * HOUR,
        True,
    )
    assert (hers.month_cap, hers.days_in_row, hers.weekly_hours, hers.overridable) == (
        80 * HOUR,
        6,
        38.25 * HOUR,
        False,
    )


def test_the_profile_of_the_agreement_that_is_in_force_is_the_one_that_counts(town, case):
    substitute, order = SubstituteFactory(), town.order()
    over, now = RuleProfileFactory(month_cap=10), RuleProfileFactory(days_in_row=3)
    AgreementFactory(substitute=substitute, area=town.area, rule_profile=over, ends=order.starts)
    AgreementFactory(substitute=substitute, area=town.area, rule_profile=now, starts=order.starts)

    terms = case(order, substitute).terms

    assert (terms.month_cap, terms.days_in_row) == (165 * HOUR, 3)


def test_no_cap_is_no_cap(town, case):
    PolicyFactory(workplace=town.workplace, month_cap=0, days_in_row=0)

    terms = case(town.order(), town.substitute()).terms

    assert (terms.month_cap, terms.days_in_row) == (None, None)
