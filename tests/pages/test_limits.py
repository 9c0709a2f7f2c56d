"""Whatever an editor fills in says what it is for, and has an end.

Every text (in a field or a block) has words of help and a most of letters; every stream has a most of pieces. Choices,
dates, times, ticks and pictures say what they are by their label. What Wagtail gives every page has its own words.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from portal.pages.models import PortalPage

OURS = [
    model for model in [*get_page_models(), *get_snippet_models()] if model.__module__.startswith(("portal.", "home."))
]
OF_TEXT = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, blocks.URLBlock, blocks.EmailBlock)


def fields(model: type[models.Model]) -> Iterator[Any]:
    panels = model.get_edit_handler().get_form_options()["fields"] if issubclass(model, Page) else None
    for field in model._meta.concrete_fields:
        ours = field.model is not Page and field.editable and not field.auto_created and not field.is_relation
        if ours and (panels is None or field.name in panels):
            yield field


def inside(block: Any, name: str) -> Iterator[tuple[str, Any]]:
    """The block and all in it, each by its path."""
    yield name, block
    if isinstance(block, ImageBlock):
        return
    children = getattr(block, "child_blocks", None) or {}
    if isinstance(block, blocks.ListBlock):
        children = {"item": block.child_block}
    for key, child in children.items():
        yield from inside(child, f"{name}.{key}")


def most(block: Any) -> int | None:
    if isinstance(block, blocks.RichTextBlock):
        return next((one.limit_value for one in block.field.validators if hasattr(one, "limit_value")), None)
    return block.field.max_length


def lacking(model: type[models.Model]) -> Iterator[str]:
    for field in fields(model):
        name = f"{model.__name__}.{field.name}"
        if isinstance(field, StreamField):
            yield from lacking_in_stream(field, name)
        elif isinstance(field, models.CharField | models.TextField) and not field.choices:
            if not field.help_text:
                yield f"{name}: no words of help"
            if not field.max_length and not isinstance(field, RichTextField):
                yield f"{name}: no end"


def lacking_in_stream(field: StreamField, name: str) -> Iterator[str]:
    if not field.help_text:
        yield f"{name}: no words of help"
    if not (field.stream_block.meta.max_num or field.block_opts.get("max_num")):
        yield f"{name}: no end"
    for path, block in inside(field.stream_block, name):
        if isinstance(block, OF_TEXT) and not block.field.help_text:
            yield f"{path}: no words of help"
        if isinstance(block, OF_TEXT) and not most(block):
            yield f"{path}: no end"


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_text_says_what_it_is_for_and_has_an_end(model):
    assert sorted(set(lacking(model))) == []


def test_every_type_of_page_is_ours():
    assert len(OURS) > 8
    assert all(issubclass(model, PortalPage) for model in get_page_models() if model is not Page)


def test_a_page_is_previewed_on_a_phone_first_and_on_a_screen(db):
    sizes = {size["name"]: size["device_width"] for size in PortalPage.preview_sizes}

    assert sizes == {"mobile": 390, "desktop": 1280}
    assert all(model().default_preview_size == "mobile" for model in OURS if issubclass(model, PortalPage))
