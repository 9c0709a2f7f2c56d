"""The database. SQLite is the embedded default; PostgreSQL carries the promises of production."""

from typing import Any

from environ import Env

Configuration = dict[str, Any]


def is_postgresql(configuration: Configuration) -> bool:
    """Whether it is the one that production runs on."""
    return str(configuration["ENGINE"]) == "django.db.backends.postgresql"


def tuned(configuration: Configuration, env: Env) -> Configuration:
    """The connection of DATABASE_URL, with what each kind of database needs to be told."""
    kept = configuration | {"CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60)}  # to open one costs more than to ask
    return _postgresql(kept, env) if is_postgresql(configuration) else _sqlite(kept)


def _postgresql(configuration: Configuration, env: Env) -> Configuration:
    # Questions that are asked often are planned once per connection: planning takes as long as answering.
    prepared = {"server_side_binding": True, "prepare_threshold": 5} if env.bool("PREPARED_STATEMENTS", True) else {}
    options = {**configuration.get("OPTIONS", {}), "options": "-c lock_timeout=3s", **prepared}
    return configuration | {"CONN_HEALTH_CHECKS": True, "OPTIONS": options}


def _sqlite(configuration: Configuration) -> Configuration:
    options = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
    return configuration | {"OPTIONS": options}
