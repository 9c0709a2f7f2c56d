#!/bin/sh
# Django's checks for deployment, with values such as a production has.
set -eu
PORTAL_ENV=development python manage.py seal
exec env \
    PORTAL_ENV=production \
    DEMO=false DEBUG=false \
    SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    ALLOWED_HOSTS=vikarie.alvsunda.example \
    PORTAL_URL=https://vikarie.alvsunda.example \
    DATABASE_URL=postgres://portal@localhost/portal CACHE_URL=dbcache://portal_cache \
    SMS_GATEWAY=elks SMS_SENDER=+46701740699 SMS_ELKS_USERNAME=u SMS_ELKS_PASSWORD=p SMS_WEBHOOK_SECRETS=elks=s \
    VAPID_PRIVATE_KEY="$(PORTAL_ENV=development python manage.py vapid --print | cut -d= -f2)" \
    VAPID_SUBJECT=mailto:bemanningen@alvsunda.example \
    SEAL_FILE=var/seal.p12 SEAL_PASSPHRASE=self-made \
    python manage.py check --deploy --fail-level WARNING
