from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.admin_css import build


class Command(BaseCommand):
    help = "Builds static/css/admin.css, the desk's stylesheet, from the portal's own."

    def handle(self, *_args: object, **_options: object) -> None:
        css = Path(settings.BASE_DIR) / "static" / "css"
        (css / "admin.css").write_text(build(css / "admin" / "source.css"))
        self.stdout.write("static/css/admin.css")
