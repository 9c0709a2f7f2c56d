-- A year of :orders orders a month, the same each time: every throw of the dice is a hash of what it is for.
-- 1,000 workplaces in 40 areas, 10,000 substitutes, one shift in twenty unfilled, two enquiries a shift.

INSERT INTO people_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active,
    date_joined, phone, phone_verified, protected, language)
SELECT 1000 + n, '', false, 'vik' || n, (ARRAY['Amira', 'Lars-Erik', 'Birgitta', 'Yonas', 'Elin'])[1 + n % 5],
    'Ek' || n, 'vik' || n || '@alvsunda.example', false, true, pg_temp.day(-800), '', false, false, ''
FROM generate_series(0, 10000) n;
INSERT INTO people_user_groups (user_id, group_id)
SELECT id, (SELECT id FROM auth_group WHERE name = 'Skrivbordet') FROM people_user WHERE id IN (1000, 1001);
INSERT INTO people_area (id, name) SELECT pg_temp.key('area', n), 'Område ' || n FROM generate_series(0, 39) n;
INSERT INTO people_workplace (id, name, address, phone, directions, area_id, needs_introduction, records_check,
    clothes, way_in)
SELECT pg_temp.key('place', n), 'Solgården ' || n, 'Storgatan ' || n, '', '', pg_temp.key('area', n % 40),
    false, '', '', ''
FROM generate_series(0, 999) n;
INSERT INTO people_occupation (id, name) SELECT pg_temp.key('occupation', 0), 'undersköterska';
INSERT INTO booking_orderreason (id, name, legal_kind, introduces) VALUES
    (pg_temp.key('reason', 0), 'Sjuk', 'vikariat', false), (pg_temp.key('reason', 1), 'Semester', 'vikariat', false),
    (pg_temp.key('reason', 2), 'Utbildning', 'vikariat', false),
    (pg_temp.key('reason', 3), 'Toppar', 'sarskild_visstid', false);
INSERT INTO people_roleassignment (id, role, user_id) SELECT pg_temp.key('role', 1), 'system_owner', 1000;
INSERT INTO people_roleassignment (id, role, user_id, area_id)
SELECT pg_temp.key('role', n, 2), 'planner', 1001, pg_temp.key('area', n) FROM generate_series(0, 3) n;
INSERT INTO people_substitute (id, employee_number, is_active, user_id, by_hand_only)
SELECT pg_temp.key('substitute', n), 'V' || n, true, 1000 + n, false FROM generate_series(1, 10000) n;
INSERT INTO people_agreement (id, starts, pay_form, area_id, occupation_id, substitute_id)
SELECT pg_temp.key('agreement', n), pg_temp.day(-800), 'hourly', pg_temp.key('area', n % 40),
    pg_temp.key('occupation', 0), pg_temp.key('substitute', n)
FROM generate_series(1, 10000) n;

-- It holds by the way the shifts are dealt, and is what takes the time.
ALTER TABLE booking_booking DROP CONSTRAINT IF EXISTS nobody_is_in_two_places;

CREATE TEMP TABLE seat AS
SELECT n, pg_temp.key('order', n) AS id, place, pg_temp.key('place', place) AS workplace_id, place % 40 AS area,
    pg_temp.day(pg_temp.dice(365, 'day', n) - 365, clock) AS starts, pg_temp.dice(20, 'filled', n) > 0 AS filled,
    lead * interval '1 minute' AS lead
FROM (SELECT n, pg_temp.dice(1000, 'place', n) AS place,
    (ARRAY[7, 7, 7, 8, 9, 14, 14, 16, 21])[1 + pg_temp.dice(9, 'clock', n)] AS clock,
    30 + pg_temp.dice(100, 'lead', n) * pg_temp.dice(100, 'lead two', n) AS lead
    FROM generate_series(1, :orders * 12) n) drawn;
CREATE TEMP TABLE placed AS SELECT * FROM seat ORDER BY starts - lead;  -- rows lie in the order in which they came
ANALYZE placed;
INSERT INTO booking_order (id, starts, ends, break_minutes, reference, text, note, contact, allow_direct, enquiry_mode,
    return_reason, status, round, terms_version, placed_at, command, occupation_id, placed_by_id, reason_id,
    workplace_id)
SELECT id, starts, starts + interval '8 hours', 30, '', '', '', '', false, '', '',
    CASE WHEN filled THEN 'completed' ELSE 'lapsed' END, 1, 1, starts - lead, pg_temp.key('command', n),
    pg_temp.key('occupation', 0), 1000, pg_temp.key('reason', pg_temp.dice(4, 'reason', n)), workplace_id
FROM placed;
INSERT INTO booking_booking (id, starts, ends, break_minutes, terms, origin, booked_at, override_reason, no_show,
    end_reason, end_note, agreement_id, order_id, substitute_id)
SELECT pg_temp.key('booking', n), starts, starts + interval '8 hours', 30,
    jsonb_build_object('employment', CASE WHEN pg_temp.dice(4, 'reason', n) = 3 THEN 'sarskild_visstid' ELSE 'vikariat' END),
    (ARRAY['direct', 'direct', 'enquiry', 'interest', 'planner', 'phone'])[1 + pg_temp.dice(6, 'origin', n)],
    starts - lead * pg_temp.dice(1000, 'waited', n) / 1000, '', false, '', '',
    pg_temp.key('agreement', who), id, pg_temp.key('substitute', who)
FROM (SELECT *, 1 + area + 40 * ((row_number() OVER (PARTITION BY area, starts::date ORDER BY n)
    + 17 * (starts::date - date '2025-01-01')) % 249)::int AS who FROM placed WHERE filled) given ORDER BY starts - lead;
INSERT INTO booking_enquiry (id, round, code, status, asked_at, answer_by, wave, rank, terms_version, answered_at,
    order_id, substitute_id)
SELECT pg_temp.key('enquiry', n, k), 1, 2 * n + k, CASE said WHEN 0 THEN 'expired' WHEN 1 THEN 'no' ELSE 'lost' END,
    starts - lead, starts, 1, k, 1, CASE WHEN said = 1 THEN starts - lead / 2 END, id, pg_temp.key('substitute', who)
FROM (SELECT *, 1 + area + 40 * ((pg_temp.dice(249, 'asked', n) + k * 7) % 249) AS who,
    pg_temp.dice(3, 'said', n, k) AS said FROM placed, generate_series(0, 1) k) asked ORDER BY starts - lead;
