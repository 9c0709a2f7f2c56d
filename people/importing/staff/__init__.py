"""Colleagues and their roles, from a table or from the municipality's register.

Each source says whom it wants as rows (`wanted`); what would come of them (`plan`), doing it (`carrying_out`).
"""
