"""What the work is, and what it takes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.spans import Validity, ValiditySet


class Occupation(Identified):
    """What somebody is taken on as: undersköterska, barnskötare …"""

    name = models.CharField(_("namn"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("yrke")
        verbose_name_plural = _("yrken")

    def __str__(self) -> str:
        return self.name


class Competence(Identified):
    """What an order may demand on top: a delegation, a driving licence …"""

    name = models.CharField(_("namn"), max_length=80, unique=True)
    stands_for = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="higher",
        verbose_name=_("gäller också som"),
        help_text=_("Lägre kompetenser som den här räcker för."),
    )

    class Meta:
        verbose_name = _("kompetens")
        verbose_name_plural = _("kompetenser")

    def __str__(self) -> str:
        return self.name


class SubstituteCompetence(Identified, Validity):
    """That a substitute has a competence, and for how long."""

    substitute = models.ForeignKey("people.Substitute", models.CASCADE, related_name="competences")
    competence = models.ForeignKey(Competence, models.PROTECT, related_name="holders", verbose_name=_("kompetens"))

    objects = ValiditySet["SubstituteCompetence"].as_manager()

    class Meta(Validity.Meta):
        verbose_name = _("kompetens hos vikarie")
        verbose_name_plural = _("kompetenser hos vikarier")
        indexes = [models.Index(fields=["substitute", "competence", "ends"], name="competence_of_substitute")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.competence}"
