"""Pay and employments from the payroll system's files.

How a value is written (`written`), what each field holds (`fields`), what the rows say (`reading`), what would come of
them (`plan`), doing it (`carrying_out`).
"""
