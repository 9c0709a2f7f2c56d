"""The portal's addresses of certificates."""

from django.urls import path

from intyg.views import check, following, ordering

urlpatterns = [
    path("intyg/", ordering.home, name="certificates"),
    path("intyg/ny/", ordering.new, name="new_certificate"),
    path("intyg/kontroll/", check.check, name="check_certificate"),
    path("intyg/<uuid:pk>/", following.status, name="certificate"),
    path("intyg/<uuid:pk>/svara/", following.answer, name="answer_certificate"),
    path("intyg/<uuid:pk>/pdf/", following.document, name="certificate_pdf"),
    path("intyg/<uuid:pk>/ta-tillbaka/", following.withdraw, name="withdraw_certificate"),
]
