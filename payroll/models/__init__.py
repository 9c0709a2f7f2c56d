"""Runs to payroll, and what they are made by."""

from payroll.models.layout import Layout
from payroll.models.run import LeftOut, PayRun, RunLine, RunSeries, RunShift
from payroll.models.wage_code import AccountString, WageCode

__all__ = ["AccountString", "Layout", "LeftOut", "PayRun", "RunLine", "RunSeries", "RunShift", "WageCode"]
