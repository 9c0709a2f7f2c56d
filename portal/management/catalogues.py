"""Translations, compiled without gettext: the machine need not have it."""

from collections.abc import Iterable
from pathlib import Path

import polib


def compile_stale(folders: Iterable[Path]) -> list[Path]:
    """Compile each catalogue below the folders that has changed since last time; answers with what was written."""
    sources = [source for folder in folders for source in sorted(folder.glob("*/LC_MESSAGES/*.po"))]
    return [compiled(source) for source in sources if is_stale(source)]


def is_stale(source: Path) -> bool:
    target = source.with_suffix(".mo")
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


def compiled(source: Path) -> Path:
    """Written beside and moved in place, so that nobody reads half a catalogue."""
    target, unfinished = source.with_suffix(".mo"), source.with_suffix(".mo.unfinished")
    polib.pofile(str(source)).save_as_mofile(str(unfinished))
    return unfinished.replace(target)
