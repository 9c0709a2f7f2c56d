"""What must hold of the rows, whatever went on: counted by the database itself, past the models and the operations."""

from django.db import connection

DOUBLE_BOOKINGS = {
    "two on one order": """
        SELECT count(*) FROM (
            SELECT 1 FROM booking_booking WHERE ended_at IS NULL GROUP BY order_id HAVING count(*) > 1
        ) twice""",
    "one in two places": """
        SELECT count(*) FROM booking_booking a JOIN booking_booking b ON a.substitute_id = b.substitute_id
        WHERE a.id < b.id AND a.starts < b.ends AND b.starts < a.ends AND a.ended_at IS NULL AND b.ended_at IS NULL""",
    "booked without a booking": """
        SELECT count(*) FROM booking_order o WHERE o.status = 'booked'
        AND NOT EXISTS (SELECT 1 FROM booking_booking b WHERE b.order_id = o.id AND b.ended_at IS NULL)""",
    "a booking without being booked": """
        SELECT count(*) FROM booking_booking b JOIN booking_order o ON o.id = b.order_id
        WHERE b.ended_at IS NULL AND o.status NOT IN ('booked', 'completed')""",
    "booked for another time": """
        SELECT count(*) FROM booking_booking b JOIN booking_order o ON o.id = b.order_id
        WHERE b.ended_at IS NULL AND (b.starts, b.ends) <> (o.starts, o.ends)""",
}
LEFT_BEHIND = {
    "asked of what is not open": """
        SELECT count(*) FROM booking_enquiry e JOIN booking_order o ON o.id = e.order_id
        WHERE e.status IN ('queued', 'sent', 'undeliverable', 'waiting_yes')
        AND (o.status <> 'open' OR e.round <> o.round)""",
    "interested in what is not open": """
        SELECT count(*) FROM booking_interest i JOIN booking_order o ON o.id = i.order_id
        WHERE i.status = 'registered' AND (o.status <> 'open' OR i.round <> o.round)""",
    "advertised though not open": """
        SELECT count(*) FROM booking_advert a JOIN booking_order o ON o.id = a.order_id
        WHERE a.closed_at IS NULL AND o.status <> 'open'""",
    "asking about what is not open": """
        SELECT count(*) FROM booking_asking a JOIN booking_order o ON o.id = a.order_id
        WHERE a.ended_at IS NULL AND (o.status <> 'open' OR a.round <> o.round)""",
    "stopped though booked": "SELECT count(*) FROM booking_order WHERE status = 'booked' AND stopped_at IS NOT NULL",
    "returned though booked": "SELECT count(*) FROM booking_order WHERE status = 'booked' AND returned_at IS NOT NULL",
    "asked twice in a round": """
        SELECT count(*) FROM (
            SELECT 1 FROM booking_enquiry GROUP BY order_id, substitute_id, round HAVING count(*) > 1
        ) twice""",
}


def untrue(truths: dict[str, str] | None = None) -> dict[str, int]:
    """How many rows break each truth; those that hold are left out."""
    counted = {}
    with connection.cursor() as cursor:
        for name, sql in (truths or DOUBLE_BOOKINGS | LEFT_BEHIND).items():
            cursor.execute(sql)
            counted[name] = cursor.fetchone()[0]
    return {name: number for name, number in counted.items() if number}
