"""Every address. Wagtail's pages come last: they take what nobody else has."""

from django.conf import settings
from django.urls import URLResolver, include, path, re_path
from django.views.defaults import page_not_found
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from people.views import own_password
from portal import health, installable, reports, views
from portal.pages import sitemaps
from portal.pages.courses import views as courses
from portal.pages.languages import TreePattern
from portal.pages.views import page, search

to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    # Wagtail's own forms would let a password in past allauth and its limits.
    path("admin/login/", to_sign_in),
    path("admin/logout/", RedirectView.as_view(pattern_name="account_logout")),
    path("admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("_util/login/", to_sign_in),
    path("admin/failwhale/", page_not_found, {"exception": None}),  # Wagtail's own test of its error page
    path("admin/", include(wagtailadmin_urls)),
    path("dokument/", include(wagtaildocs_urls)),
    # Another address is confirmed by a link, and told of: the profile's own form.
    path("konto/email/", RedirectView.as_view(pattern_name="booking:email")),
    path("konto/lank/<str:token>/", own_password.choose, name="password_link"),
    path("konto/", include("people.second_step_urls")),
    path("konto/bekrafta/", include("portal.confirming.urls")),
    path("konto/", include("allauth.account.urls")),
    path("konto/", include("people.federation.urls")),
    path("utseende/", views.set_theme, name="set_theme"),
    path("sprak/", views.set_language, name="set_language"),
    path("", include("home.urls")),
    path("", include("intyg.urls")),
    path("", include("booking.urls")),
    path("", include("messaging.urls")),
    path("", include("scheduling.urls")),
    path("app.webmanifest", installable.manifest, name="manifest"),
    path("favicon.ico", installable.favicon),
    path("sw.js", installable.worker, name="worker"),
    path("utan-nat/", installable.offline, name="offline"),
    path("csp/", reports.csp, name="csp_reports"),
    path("halsa/", health.health, name="health"),
    path("", include("portal.pages.feedback.urls")),
    path("sok/", search, name="search"),
    path("bocka-av/<int:pk>/<uuid:item>/", courses.tick, name="tick"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("robots.txt", sitemaps.robots, name="robots"),
    URLResolver(
        TreePattern(),  # type: ignore[arg-type]  # it does what a pattern does
        [re_path(wagtail_urls.serve_pattern, page, name="wagtail_serve")],
    ),
    path("", include(wagtail_urls.urlpatterns[:-1])),  # the last is its way to the pages, in one language
]

if settings.DEVELOPMENT:  # in production it is the proxy that serves pictures; documents have a door, adr/0037
    pictures = {"document_root": f"{settings.MEDIA_ROOT}/images"}
    urlpatterns = [path("media/images/<path:path>", serve, pictures), *urlpatterns]
