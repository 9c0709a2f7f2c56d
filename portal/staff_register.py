"""The municipality's register of its staff: SS 12000:2020 over REST."""

from typing import Any

import environ

NAMES = ("url", "token", "token_url", "client_id", "client_secret", "scope")


def from_environment(env: environ.Env) -> dict[str, Any]:
    """Where it is, and how we show who we are. Without an address no register is asked."""
    said = {name: env.str(f"SS12000_{name.upper()}", default="") for name in NAMES}
    return {**said, "timeout": env.float("SS12000_TIMEOUT", default=20.0)}
