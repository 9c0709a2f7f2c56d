"""How Python looks for garbage in a process that answers requests."""

import gc

ALLOCATED = 5_000
"""So many new objects before the newest are looked through: seven times Python's own, for some megabytes of memory."""


def settle() -> None:
    """What is loaded by now is never garbage, and what a page makes is gone with it: look through it more seldom.

    Looked through again and again, all that is loaded would delay one answer in ten, by as much as a light page takes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATED, *gc.get_threshold()[1:])
