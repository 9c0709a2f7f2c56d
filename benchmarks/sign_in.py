"""Three hundred colleagues sign in from one address at 06.00.

Through the web server as `make run` starts it, on PostgreSQL, with the passwords hashed as in production.
"""

import os
import re
import tempfile
import time
import timeit
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import django
import requests

from scripts import running
from scripts.postgresql import cluster, programs

PEOPLE, AT_ONCE = 300, 12
PASSWORD = "Tallkottar-och-42-lingon"  # noqa: S105 (of this run's people alone)
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def main() -> None:
    with cluster(programs()) as url, tempfile.TemporaryDirectory(prefix="vikarieportalen-bench-") as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "DATABASE_URL": url, "LOG_LEVEL": "WARNING"}
        with running.portal(url, Path(folder)) as address:
            django.setup()
            usernames = make_people()
            began = time.perf_counter()
            with ThreadPoolExecutor(AT_ONCE) as colleagues:
                let_in = sum(colleagues.map(partial(sign_in, address), usernames))
            seconds = time.perf_counter() - began
        of_hashing = seconds / (PEOPLE * one_hash() / (os.cpu_count() or 1))
    print(f"sign_in seconds={seconds:.1f} of_hashing={of_hashing:.2f} refused={PEOPLE - let_in}")


def make_people() -> list[str]:
    """Their user names."""
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415 (once Django is set up)

    from people.models import User  # noqa: PLC0415

    hashed = make_password(PASSWORD)
    people = [User(username=f"tidig{number:04}", password=hashed) for number in range(PEOPLE)]
    return [user.username for user in User.objects.bulk_create(people)]


def sign_in(address: str, username: str) -> bool:
    """Open the page, write name and password, and be led on; whether she was let in."""
    with requests.Session() as browser:
        token = TOKEN.search(browser.get(f"{address}/konto/login/", timeout=60).text)
        said = {"csrfmiddlewaretoken": token[1] if token else "", "login": username, "password": PASSWORD}
        answer = browser.post(f"{address}/konto/login/", said, allow_redirects=False, timeout=60)
        return answer.is_redirect and "sessionid" in answer.cookies


def one_hash() -> float:
    """Seconds that one password takes to be looked at, on one core."""
    from django.contrib.auth.hashers import check_password, make_password  # noqa: PLC0415 (as above)

    return min(timeit.repeat(partial(check_password, PASSWORD, make_password(PASSWORD)), number=1, repeat=5))


if __name__ == "__main__":
    main()
