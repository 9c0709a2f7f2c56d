"""The addresses that the forms of the pages send to."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from portal.pages.feedback.views import public as views


class YesOrNo(StringConverter):
    """Ja or nej."""

    regex = f"{views.YES}|{views.NO}"


register_converter(YesOrNo, "yes_or_no")

urlpatterns = [
    path("hjalpte/<int:pk>/", views.helped, name="helped"),
    path("hjalpte/<int:pk>/<yes_or_no:said>/<uuid:command>/", views.helped_more, name="helped_more"),
    path("hjalpte/<int:pk>/tack/", views.helped_thanks, name="helped_thanks"),
    path("synpunkt/<int:pk>/", views.feedback, name="feedback"),
    path("synpunkt/<int:pk>/tack/", views.feedback_thanks, name="feedback_thanks"),
]
