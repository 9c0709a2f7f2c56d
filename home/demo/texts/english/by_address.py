"""Which English text is of which Swedish page: each by the address of the Swedish one, such as /guider/jobbmejlen/."""

from collections.abc import Iterable, Iterator

from home.demo.texts import (
    about,
    answering,
    around,
    arriving,
    feedback,
    for_managers,
    law,
    news,
    papers,
    signing_in,
    start,
    working,
)
from home.demo.texts.english import about as about_in_english
from home.demo.texts.english import answering as answering_in_english
from home.demo.texts.english import around as around_in_english
from home.demo.texts.english import arriving as arriving_in_english
from home.demo.texts.english import feedback as feedback_in_english
from home.demo.texts.english import for_managers as for_managers_in_english
from home.demo.texts.english import law as law_in_english
from home.demo.texts.english import news as news_in_english
from home.demo.texts.english import papers as papers_in_english
from home.demo.texts.english import signing_in as signing_in_in_english
from home.demo.texts.english import start as start_in_english
from home.demo.texts.english import working as working_in_english
from home.demo.texts.shapes import Guide, Text

LISTS = ("GUIDES", "ANSWERS", "NEWS", "CONTACT")
GUIDES = (
    (answering, answering_in_english),
    (for_managers, for_managers_in_english),
    (papers, papers_in_english),
    (signing_in, signing_in_in_english),
    (working, working_in_english),
)


def _pages() -> Iterator[tuple[str, Text]]:
    yield "/", Text("start-en", start_in_english.TITLE, start_in_english.INTRO)
    for slug, head in _heads():
        yield f"/{slug}/", Text(*head)
    yield from _below("/", (about.ABOUT, around.SECTION), (about_in_english.ABOUT, around_in_english.SECTION))
    yield from _below("/om-jobbet/", around.IN_THE_SECTION, around_in_english.IN_THE_SECTION)
    yield from _below("/tjanster/", around.ADVERTS, around_in_english.ADVERTS)
    yield from _below("/nyheter/", news.NEWS, news_in_english.NEWS)
    for swedish, english in GUIDES:
        named = {name: value for name, value in vars(swedish).items() if isinstance(value, Guide)}
        yield from ((f"/guider/{guide.slug}/", getattr(english, name)) for name, guide in named.items())
    for place, (slug, intro, _practical, body) in arriving_in_english.PAGES.items():
        yield f"/arbetsplatser/{arriving.PAGES[place][0]}/", Text(slug, place, intro, body)


def _heads() -> Iterator[tuple[str, tuple[str, str, str]]]:
    """The pages that are lists or have fields of their own: the Swedish slug; slug, title and introduction."""
    yield from ((getattr(start, name)[0], getattr(start_in_english, name)) for name in LISTS)
    yield around.JOBS[0], around_in_english.JOBS
    yield arriving.COURSE[0], arriving_in_english.COURSE
    yield arriving.WORKPLACES[0], arriving_in_english.WORKPLACES
    yield law.PAYDAYS["slug"], law_in_english.PAYDAYS
    yield str(law.ACCESSIBILITY["slug"]), law_in_english.ACCESSIBILITY
    yield law.PRIVACY["slug"], law_in_english.PRIVACY
    yield feedback.FEEDBACK[0], feedback_in_english.FEEDBACK


def _below(above: str, swedish: Iterable[Text], english: Iterable[Text]) -> Iterator[tuple[str, Text]]:
    return ((f"{above}{one.slug}/", same) for one, same in zip(swedish, english, strict=True))


TEXTS = dict(_pages())
"""What each page says in English."""
