"""The portal with the pages of second steps and of an identity provider, as a municipality may have them."""

from django.urls import include, path

from portal.urls import urlpatterns as portals

urlpatterns = [
    path("konto/tva-steg/", include("allauth.mfa.urls")),
    path("konto/eid/", include("allauth.socialaccount.providers.openid_connect.urls")),
    *portals,
]
