"""What a page of ours may load, and from where: from ourselves, and nothing written into the page."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

REPORTS = "/csp/"
"""Where browsers tell what they have stopped."""

REPORTING = {"report-uri": REPORTS, "report-to": "csp"}
ENDPOINTS = f'csp="{REPORTS}"'
"""The header that says where `report-to` is."""

Policy = dict[str, str | list[str]]
"""Of each directive, what it lets in."""

OURS_ALONE: Policy = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "worker-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    **REPORTING,
}

PREVIEWED: Policy = OURS_ALONE | {"frame-ancestors": [SELF]}
"""A page as its editor sees it: in a frame beside her form."""

EDITED: Policy = OURS_ALONE | {
    "script-src": [SELF, UNSAFE_INLINE],
    "script-src-attr": [NONE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF],
    "frame-src": [SELF],
    "base-uri": [SELF],
    "frame-ancestors": [SELF],
}
"""Wagtail's own editor writes scripts and styles into its pages: docs/security/browsers.md says which."""

A_FILE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
"""A file that is opened by itself: nothing in it runs. A drawing may say how it looks."""

EDITORS_PATHS = (
    "/admin/pages/", "/admin/images/", "/admin/documents/", "/admin/snippets/", "/admin/reports/", "/admin/workflows/",
    "/admin/collections/", "/admin/redirects/", "/admin/sites/", "/admin/settings/", "/admin/users/", "/admin/groups/",
    "/admin/account/", "/admin/locales/", "/admin/bulk/", "/admin/translation/", "/admin/block-preview/",
)  # fmt: skip
"""Wagtail's own screens. Every other under /admin/ is ours, or has nothing of the kind: it keeps the strict policy."""


def of(path: str, *, in_preview: bool) -> Policy:
    """The policy of a page by its address. A preview asks for the page within the request of the editor."""
    if path.startswith(EDITORS_PATHS):
        return EDITED
    return PREVIEWED if in_preview else OURS_ALONE
