"""What must be set for the schedule and the portal to talk."""

import pytest

from scheduling.checks import the_line_is_safe

LONG, OTHER = "a" * 32, "b" * 32


@pytest.mark.parametrize(
    ("url", "ours", "theirs", "found"),
    [
        ("", "", [], []),
        ("https://schema.example/pass", LONG, [OTHER], []),
        ("", "", [OTHER], []),
        ("http://schema.example/pass", LONG, [], ["E001"]),
        ("https://namn:ord@schema.example/", LONG, [], ["E001"]),
        ("file:///etc/passwd", LONG, [], ["E001"]),
        ("https://schema.example/pass", "", [], ["E002"]),
        ("https://schema.example/pass", LONG, ["kort"], ["E003"]),
        ("https://schema.example/pass", LONG, [LONG], ["E004"]),
    ],
)
def test_the_line_is_safe_or_the_check_says_why(settings, url, ours, theirs, found):
    settings.DEVELOPMENT = False
    settings.SCHEDULE_URL, settings.SCHEDULE_SENDING_SECRET, settings.SCHEDULE_SECRETS = url, ours, theirs

    assert [problem.id.partition(".")[2] for problem in the_line_is_safe()] == found
