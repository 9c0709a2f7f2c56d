"""What a search looks through: a row for each thing that can be found, and its words."""

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from wagtail.models import Page

from portal.pages.models.contact import Contact

LONGEST_WORD = 40
"""What is longer is an address or a typing error, and nothing to suggest."""


class Passage(models.Model):
    """A published page, an answer on it (which has an `anchor`), or a contact, as it was when it was last saved.

    Written by `search.noting` alone. Each line of words has a space before and after every word, so that " lön" finds
    those that begin so.
    """

    page = models.ForeignKey(Page, models.CASCADE, null=True, blank=True, related_name="+")
    contact = models.ForeignKey(Contact, models.CASCADE, null=True, blank=True, related_name="+")
    anchor = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=255)
    lead = models.TextField(blank=True, help_text="What is told of it where it is listed.")
    named = models.TextField(help_text="The words of the title.")
    words = models.TextField(help_text="Those of the title and the text.")
    named_undotted = models.TextField(help_text="Those of the title with å, ä or ö, as they are written without.")
    undotted = models.TextField(help_text="Those of the title and the text, in the same way.")
    vector = SearchVectorField(null=True, help_text="All of these with PostgreSQL's endings; empty on SQLite.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.title


class Word(models.Model):
    """A word that stands in a passage, to suggest where one is misspelt."""

    passage = models.ForeignKey(Passage, models.CASCADE, related_name="+")
    word = models.CharField(max_length=LONGEST_WORD)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.word
