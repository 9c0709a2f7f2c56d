#!/bin/sh
# Django's checks for deployment, with values such as a production has.
# portal.E002 is left out: which gateway carries the SMS is chosen with the municipality, and none is bought yet.
set -eu
exec env \
    PORTAL_ENV=production \
    DEMO=false DEBUG=false \
    SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    ALLOWED_HOSTS=vikarie.alvsunda.example \
    PORTAL_URL=https://vikarie.alvsunda.example \
    DATABASE_URL=postgres://portal@localhost/portal \
    SILENCED_SYSTEM_CHECKS=portal.E002 \
    python manage.py check --deploy --fail-level WARNING
