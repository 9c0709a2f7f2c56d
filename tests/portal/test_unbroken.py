"""Hours and telephone numbers stay on one line in a message."""

import pytest
from django.template import Context, Template

from portal.templatetags.unbroken import unbroken


def said(text: str) -> str:
    template = Template("{% load unbroken %}{{ text|linebreaks|unbroken }}")
    return template.render(Context({"text": text}))


@pytest.mark.parametrize("whole", ["07.00–15.30", "0980-319 241", "070-174 06 05"])
def test_hours_and_numbers_are_kept_together(whole: str) -> None:
    assert f'Kom <span class="nowrap">{whole}</span>, tack' in said(f"Kom {whole}, tack")


def test_other_words_are_left_alone() -> None:
    assert said("Vecka 20, plan 2–3") == "<p>Vecka 20, plan 2–3</p>"


def test_what_somebody_wrote_is_still_escaped() -> None:
    assert "<b>" not in said("<b>07.00–15.30</b>")


def test_text_that_is_not_escaped_is_refused() -> None:
    with pytest.raises(TypeError, match="<b>"):
        unbroken("<b>")  # type: ignore[arg-type]
