"""The municipality's register of its staff, by the Swedish standard SS 12000:2020.

What it says (`reading`), what that means here (`mapping`), and asking it (`fetching`).
"""
