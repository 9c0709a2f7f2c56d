"""The door for gunicorn. What `manage.py check` refuses does not get to serve anybody."""

import gc
import os
from io import StringIO

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()
call_command("check", stdout=StringIO())  # raises if something is wrong, and has nothing else to tell

# What is loaded by now is never garbage. Looked through again and again, it would delay one answer in ten.
gc.collect()
gc.freeze()
