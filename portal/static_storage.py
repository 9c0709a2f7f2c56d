"""The portal's many small stylesheets, handed out as one.

Fetched one by one they held up the first picture of a page: 1.0 s against 0.3 s on 4G, 2.5 s against 1.1 s on slow 4G.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # it has no types

SITE = "css/site.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);')

Processed = tuple[str, str, bool] | tuple[str, None, RuntimeError]
Paths = Mapping[str, tuple[FileSystemStorage, str]]


def in_one(source: Path) -> str:
    """The stylesheet with what it imports written out, each part still in its layer."""
    return IMPORT.sub(lambda at: f"@layer {at[2]} {{\n{(source.parent / at[1]).read_text()}}}", source.read_text())


class OneStylesheet(ManifestStaticFilesStorage):
    def post_process(
        self,
        paths: Paths,
        dry_run: bool = False,  # noqa: FBT001, FBT002 (the signature is Django's)
        **options: object,
    ) -> Iterator[Processed]:
        if SITE in paths and not dry_run:
            storage, name = paths[SITE]
            Path(self.path(SITE)).write_text(in_one(Path(storage.path(name))))
            paths = {**paths, SITE: (self, SITE)}
        yield from super().post_process(paths, dry_run, **options)


class CompressedOneStylesheet(OneStylesheet, CompressedManifestStaticFilesStorage):
    pass
