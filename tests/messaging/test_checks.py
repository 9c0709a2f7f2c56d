"""What must be set for messages to leave."""

from messaging.checks import gateway_is_known


def test_the_gateway_of_the_settings_is_known():
    assert gateway_is_known() == []


def test_a_gateway_that_nobody_has_written_stops_the_start(settings):
    settings.SMS_GATEWAY = "46elk"

    (problem,) = gateway_is_known()

    assert problem.id == "messaging.E001"
    assert "46elk" in problem.msg
