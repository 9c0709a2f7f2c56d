"""Addresses of the sign-in by an identity provider, under /konto/. SAML's are there with its library alone."""

from django.urls import path

from people.federation import saml, views

urlpatterns = [
    path("via/<slug:provider_id>/", views.start, name="federated_sign_in"),
    path("oidc/<slug:provider_id>/svar/", views.callback, name="openid_connect_callback"),
]

if saml.is_installed():
    from people.federation.saml import views as saml_views

    urlpatterns += [
        path("saml/<slug:provider_id>/svar/", saml_views.acs, name="saml_acs"),
        path("saml/<slug:provider_id>/in/", saml_views.finish, name="saml_finish"),
        path("saml/<slug:provider_id>/metadata/", saml_views.metadata, name="saml_metadata"),
    ]
