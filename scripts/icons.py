"""The portal's icons as PNG, from our own drawings: `make icons` fills static/icons/. Commit what it makes."""

import io
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from scripts import browser

FOLDER, SPRITE = Path("static/icons"), Path("static/icons.svg")
GROUND, SUN, LINE = "#0c4640", "#f2a541", "#f6eedd"
SHORTCUTS = {"help": "enquiries", "calendar": "calendar", "briefcase": "jobs", "check-c": "bookings"}
"""A symbol of the sprite, and what its shortcut leads to."""

COLOURS = 32
"""So many are enough for flat drawings with smooth edges."""

ART = f"""<path d="M9 23a11 11 0 0 1 22 0z" fill="{SUN}"/>
<path d="M7 27.5h26M11 32h18" fill="none" stroke="{LINE}" stroke-width="2.4" stroke-linecap="round"/>"""


def mark(*, rounded: bool = False, part: float = 1.0) -> str:
    """The mark on its ground; `part` is how much of the width the drawing takes, so that no mask cuts it."""
    corner = ' rx="10"' if rounded else ""
    move = 20 * (1 - part)
    return f"""<svg viewBox="0 0 40 40"><rect width="40" height="40"{corner} fill="{GROUND}"/>
<g transform="translate({move} {move}) scale({part})">{ART}</g></svg>"""


def silhouette() -> str:
    """The mark as a shape alone: Android paints it in a colour of its own."""
    return f'<svg viewBox="4 7 32 32">{re.sub("#[0-9a-f]{6}", "#ffffff", ART)}</svg>'


def shortcut(symbol: str) -> str:
    """One of the sprite's drawings, in the colour of the line, on the mark's ground."""
    drawn = re.search(rf'<symbol id="{symbol}"[^>]*>(.*?)</symbol>', SPRITE.read_text(), re.DOTALL)
    assert drawn, f"{symbol} is not in {SPRITE}"  # noqa: S101 (a script of one's own machine)
    look = f'fill="none" stroke="{LINE}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'
    return f"""<svg viewBox="0 0 48 48"><rect width="48" height="48" rx="24" fill="{GROUND}"/>
<g transform="translate(12 12)" {look}>{drawn[1]}</g></svg>"""


def drawings() -> dict[str, tuple[int, str]]:
    """Each file's name, the width of its square in pixels, and what is in it."""
    icons = {f"icon-{size}": (size, mark(rounded=True)) for size in (192, 512)}
    # Of a maskable icon a circle of four fifths is always seen; the drawing stays well within it.
    masked = {f"maskable-{size}": (size, mark(part=0.82)) for size in (192, 512)}
    shortcuts = {f"shortcut-{name}": (96, shortcut(symbol)) for symbol, name in SHORTCUTS.items()}
    others = {
        "apple-touch-icon": (180, mark(part=0.9)),
        "favicon-32": (32, mark(rounded=True)),
        "badge": (96, silhouette()),
    }
    return icons | masked | shortcuts | others


def photograph(page: Page, width: int, svg: str) -> bytes:
    """The drawing as a square PNG with as few bytes as it needs."""
    page.set_viewport_size({"width": width, "height": width})
    page.set_content(f"<style>*{{margin:0}}svg{{display:block;width:{width}px;height:{width}px}}</style>{svg}")
    picture = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    small = io.BytesIO()
    few = picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(small, "PNG", optimize=True)
    return small.getvalue()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with browser.launched() as chromium:
        page = chromium.new_page()
        for name, (width, svg) in drawings().items():
            file = FOLDER / f"{name}.png"
            file.write_bytes(photograph(page, width, svg))
            print(f"{file} {width} px, {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
