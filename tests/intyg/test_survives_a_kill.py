"""Killing the process anywhere in issuing leaves either no certificate or a whole one, with the next number."""

import pytest

from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory
from tests.intyg.conftest import PASSPHRASE
from tests.processes import KILL_ME

NOW = at("2026-05-12 10:00")

pytestmark = pytest.mark.django_db(transaction=True)

KILLED_AFTER_EACH_WRITE = f"""
from datetime import datetime
from itertools import count
from django.db import connection
from intyg import operations, pdf
from intyg.models import Certificate, CertificateRequest, NumberSeries
from messaging.models import Message
from people.models import User

AT = datetime.fromisoformat("{NOW.isoformat()}")
ASKED, OFFICER = CertificateRequest.objects.get(), User.objects.get(role_assignments__role="certificate_officer")
pdf.load()

def issue(writes):
    def counted(execute, sql, *asked):
        nonlocal writes
        answer = execute(sql, *asked)
        writes -= sql.startswith(("INSERT", "UPDATE"))
        if writes < 0:
            {KILL_ME}
        return answer

    with connection.execute_wrapper(counted):
        operations.issue(ASKED, {{}}, by=OFFICER, at=AT)

def left_behind():
    numbers = sum(NumberSeries.objects.values_list("last", flat=True))
    told = Message.objects.filter(kind="intyg.issued").count()
    certificate = Certificate.objects.first()
    whole = certificate and bytes(certificate.pdf) == pdf.render(certificate.content, certificate.check_value)
    return CertificateRequest.objects.get().status, numbers, told, certificate and certificate.number, whole

for writes in count():
    connection.close()
    if not (child := os.fork()):
        issue(writes)
        os._exit(0)
    _, how = os.waitpid(child, 0)
    print("killed" if os.WIFSIGNALED(how) else "lived", *left_behind())
    if not os.WIFSIGNALED(how):
        break
"""


def test_killed_after_any_write_there_is_no_certificate_and_then_a_whole_one(run, officer, seal_file, monkeypatch):
    asked = CertificateRequestFactory()
    BookingFactory(substitute=asked.substitute, order__starts=at("2026-04-13 07:00"))
    monkeypatch.setenv("SEAL_FILE", str(seal_file))
    monkeypatch.setenv("SEAL_PASSPHRASE", PASSPHRASE)

    *killed, lived = run(KILLED_AFTER_EACH_WRITE).stdout.splitlines()

    assert set(killed) == {"killed requested 0 0 None None"}
    assert len(killed) >= 5
    assert lived == "lived issued 1 1 2026-000001 True"
