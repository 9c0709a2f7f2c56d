"""The ways in to what goes to payroll, and to what comes back."""

from payroll.models import AccountString, Layout, LeftOut, PayRun, RunLine, RunSeries, RunShift, WageCode
from people.access import by_role
from people.gates import KEPT
from people.policy import guard

guard(PayRun, by_role())
for _part in (RunShift, RunLine, LeftOut, RunSeries):
    guard(_part)  # closed: read by way of their run
for _table in (WageCode, Layout, AccountString):
    guard(_table, by_role(), **KEPT)
