"""The settings of the municipality's register of its staff: SS 12000:2020 over REST."""

from typing import Any

import environ


def from_environment(env: environ.Env) -> dict[str, Any]:
    """Settings by their names. Without an address no register is asked."""
    return {
        "SS12000": {
            "url": env.str("SS12000_URL", default=""),
            "token": env.str("SS12000_TOKEN", default=""),
            "token_url": env.str("SS12000_TOKEN_URL", default=""),
            "client_id": env.str("SS12000_CLIENT_ID", default=""),
            "client_secret": env.str("SS12000_CLIENT_SECRET", default=""),
            "scope": env.str("SS12000_SCOPE", default=""),
            "timeout": env.float("SS12000_TIMEOUT", default=20.0),
        },
        # Of a hundred whom the register knows, so many may lose something in one reading by not being there any more.
        "SS12000_MOST_CLOSED": env.int("SS12000_MOST_CLOSED", default=5),
    }
