"""What goes wrong says of what kind it was and where, and nothing of what anybody had written."""

import io
import json
import logging
import runpy
import uuid
from datetime import timedelta
from multiprocessing import Value
from pathlib import Path
from queue import Queue
from types import SimpleNamespace

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django_q.models import Task
from django_q.monitor import monitor
from django_q.worker import worker
from gunicorn.config import Config

from people import tasks
from people.ss12000 import runs
from people.ss12000.reading import Unreadable
from portal import health
from portal.masking import without_words
from portal.server_logs import ServerLogs
from tests.factories.people import PASSWORD
from tests.planted import NAME, PLANTED, TOKEN, nothing_of

HERS = (*PLANTED, NAME, PASSWORD)


def fails(*_: object, **__: object) -> None:
    try:
        {}[" ".join(HERS)]
    except KeyError as error:
        error.add_note(NAME)
        raise ValueError("\n\n".join(HERS)) from error


def fails_twice(*_: object, **__: object) -> None:
    raise ExceptionGroup("\n".join(HERS), [ValueError(NAME), KeyError(NAME)])


def answers(name: str, **_: object) -> str:
    return name


def _raise(error: Exception) -> None:
    raise error


def test_an_error_of_ours_neither_in_the_log_nor_in_the_page_nor_in_a_mail(logs, monkeypatch, settings, db):
    settings.ADMINS = [("Drift", "drift@alvsunda.example")]
    monkeypatch.setattr(health, "look", fails)

    answer = Client(raise_request_exception=False).get("/halsa/", {"q": NAME}, headers={"x-vem": NAME})

    said = logs.getvalue()
    assert answer.status_code == 500
    assert said.index("Internal Server Error: /halsa/") < said.index("\nKeyError\n") < said.index("\nValueError\n")
    assert "in fails" in said
    nothing_of(HERS, logs)
    nothing_of(HERS, io.StringIO(answer.content.decode()))
    assert mail.outbox == []


@pytest.fixture
def in_the_queue(db, monkeypatch):
    """Runs it as the queue does, and hands back the row that it keeps."""
    for module in ("worker", "monitor"):  # either would close the connection of the test
        monkeypatch.setattr(f"django_q.{module}.close_old_django_connections", lambda: None)
    return run


def run(func):
    tasks, results = Queue(), Queue()
    task = {"id": uuid.uuid4().hex, "name": "x", "func": func, "args": (NAME,), "kwargs": {"vem": NAME}}
    for one in (task | {"started": timezone.now()}, "STOP"):
        tasks.put(one)

    worker(tasks, results, Value("f", -1))
    results.put("STOP")
    monitor(results)
    return Task.objects.get(pk=task["id"])


def test_a_task_that_fails(logs, in_the_queue):
    in_the_queue(fails)

    assert "Failed " in logs.getvalue()
    assert "\nValueError\n" in logs.getvalue()
    nothing_of(HERS, logs)


def test_what_the_queue_keeps_of_a_task_that_failed(in_the_queue):
    kept = in_the_queue(fails)

    assert not kept.success
    assert kept.result.startswith("Traceback ")
    assert "in fails" in kept.result
    assert kept.result.index("KeyError\n") < kept.result.index("ValueError")
    nothing_of(HERS, io.StringIO(kept.result))


def test_what_the_queue_keeps_of_several_errors_at_once(in_the_queue):
    kept = in_the_queue(fails_twice)

    assert kept.result == "[flera fel]"


def test_what_the_queue_keeps_of_a_task_that_went_well_is_as_it_was(in_the_queue):
    assert in_the_queue(answers).result == NAME


def test_a_register_that_answers_with_a_name_where_a_day_should_be(logs, settings, monkeypatch, db):
    duty = {"id": "t", "person": {"id": "p"}, "dutyAt": {"id": "o"}, "startDate": NAME}
    said = json.dumps({"persons": [], "duties": [duty]}).encode()
    monkeypatch.setattr(runs, "of_interface", lambda **when: runs.of_file("x", said, **when))
    with pytest.raises(Unreadable, match=NAME[:10]):
        runs.of_interface(by=None, at=timezone.now())
    settings.SS12000 = settings.SS12000 | {"url": "https://register.example"}

    tasks.read_staff()

    assert "The staff register was not read" in logs.getvalue()
    nothing_of((*HERS, NAME[:10]), logs)


def test_several_errors_at_once(logs):
    try:
        _raise(ExceptionGroup(NAME, [ValueError(NAME), KeyError(NAME)]))
    except ExceptionGroup:
        logging.getLogger("booking").exception("Could not")

    assert "Could not" in logs.getvalue()
    nothing_of(HERS, logs)


def test_on_ones_own_machine_an_error_says_all_that_is_no_secret(logs, settings):
    settings.DEBUG = True
    try:
        fails()
    except ValueError:
        logging.getLogger("booking").exception("Could not")

    assert NAME in logs.getvalue()
    nothing_of(PLANTED, logs)


def test_what_holds_no_traceback_is_as_it_was():
    assert without_words("WARNING: queue - slow : 3 s") == "WARNING: queue - slow : 3 s"


@pytest.fixture
def served(tmp_path):
    """What gunicorn writes, with its log of requests turned on, as `gunicorn.conf.py` has it."""
    chosen = runpy.run_path(str(Path(__file__).parents[2] / "gunicorn.conf.py"))
    config = Config()
    for name in ("logger_class", "access_log_format"):
        config.set(name, chosen[name])
    for name in ("accesslog", "errorlog"):
        config.set(name, str(tmp_path / name))
    assert config.logger_class is ServerLogs
    server = config.logger_class(config)
    yield server, tmp_path
    for log in (server.access_log, server.error_log):
        for handler in log.handlers[:]:
            log.removeHandler(handler)
            handler.close()


def test_the_web_servers_own_lines(served):
    (server, folder), value = served, " ".join(HERS)
    environ = {
        "REMOTE_ADDR": "192.0.2.7", "REQUEST_METHOD": "GET", "RAW_URI": f"/f/{TOKEN}/?q={value}",
        "PATH_INFO": f"/f/{TOKEN}/", "QUERY_STRING": f"q={value}", "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": f"/sok/?q={value}", "HTTP_USER_AGENT": value,
    }  # fmt: skip
    answer = SimpleNamespace(status="200 OK", sent=1, headers=[("X-Vem", value)])

    server.access(answer, SimpleNamespace(headers=[("COOKIE", value)]), environ, timedelta(milliseconds=7))
    try:
        _raise(ValueError(value))
    except ValueError:
        server.exception("Error handling request %s", f"/f/{TOKEN}/")

    written = (folder / "accesslog").read_text(), (folder / "errorlog").read_text()
    assert written[0] == '192.0.2.7 "GET /f/…/" 200 1 7\n'
    assert "Error handling request /f/…/" in written[1]
    nothing_of(HERS, io.StringIO(written[1]))
