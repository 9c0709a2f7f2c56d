"""The portal's addresses of certificates."""

from django.urls import path

from intyg.views import check, substitute

urlpatterns = [
    path("intyg/", substitute.home, name="certificates"),
    path("intyg/ny/", substitute.new, name="new_certificate"),
    path("intyg/kontroll/", check.check, name="check_certificate"),
    path("intyg/<uuid:pk>/", substitute.status, name="certificate"),
    path("intyg/<uuid:pk>/pdf/", substitute.document, name="certificate_pdf"),
    path("intyg/<uuid:pk>/ta-tillbaka/", substitute.withdraw, name="withdraw_certificate"),
]
