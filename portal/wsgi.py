"""The door for gunicorn. What `manage.py check` refuses does not get to serve anybody."""

import os
from io import StringIO

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

from portal import garbage

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()
call_command("check", stdout=StringIO())  # raises if something is wrong, and has nothing else to tell

garbage.settle()
