-- A municipality of :substitutes substitutes, the same each time: every throw of the dice is a hash of what it is for.
-- A tenth as many workplaces in 40 areas; for each substitute 200 rows of availability and 50 bookings.

INSERT INTO people_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active,
    date_joined, phone, phone_verified, language, protected)
SELECT 1000 + n, '', false, 'vik' || n, (ARRAY['Amira', 'Lars-Erik', 'Birgitta', 'Yonas', 'Elin'])[1 + n % 5],
    'Ek' || n, 'vik' || n || '@alvsunda.example', false, true, pg_temp.day(-800), '', false, '', false
FROM generate_series(0, :substitutes) n;

INSERT INTO people_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active,
    date_joined, phone, phone_verified, language, protected)
SELECT 100 + n, '', false, 'plan' || n, 'Karin', 'Plan' || n, 'plan' || n || '@alvsunda.example', true, true,
    pg_temp.day(-800), '', false, '', false
FROM generate_series(0, 39) n;

INSERT INTO people_area (id, name)
SELECT pg_temp.key('area', n), 'Område ' || n FROM generate_series(0, 39) n;
INSERT INTO people_roleassignment (id, role, user_id, area_id)
SELECT pg_temp.key('role', n), 'planner', 100 + n, pg_temp.key('area', n) FROM generate_series(0, 39) n;
INSERT INTO people_workplace (id, name, address, phone, directions, way_in, clothes, area_id, needs_introduction,
    records_check)
SELECT pg_temp.key('place', n), 'Solgården ' || n, 'Storgatan ' || n, '', '', '', '', pg_temp.key('area', n % 40),
    n % 10 = 0, CASE WHEN n % 40 < 10 THEN 'school' WHEN n % 40 < 16 THEN 'home_care' ELSE '' END
FROM generate_series(0, :substitutes / 10 - 1) n;
INSERT INTO people_occupation (id, name)
SELECT pg_temp.key('occupation', n), (ARRAY['barnskötare', 'lärare', 'undersköterska', 'vårdbiträde'])[n + 1]
FROM generate_series(0, 3) n;
INSERT INTO people_competence (id, name)
SELECT pg_temp.key('competence', n), (ARRAY['körkort', 'delegering', 'sjuksköterska', 'teckenspråk'])[n + 1]
FROM generate_series(0, 3) n;
INSERT INTO people_competence_stands_for (from_competence_id, to_competence_id)
VALUES (pg_temp.key('competence', 2), pg_temp.key('competence', 1));
INSERT INTO people_ruleprofile (id, name, weekly_hours, month_cap, days_in_row, overridable)
VALUES (pg_temp.key('profile', 0), 'Deltid', 30, 120, 5, true), (pg_temp.key('profile', 1), 'Fast', 38.25, null, null, false);
INSERT INTO booking_orderreason (id, name, legal_kind, introduces) VALUES
    (pg_temp.key('reason', 0), 'Sjuk', 'vikariat', false), (pg_temp.key('reason', 1), 'Toppar', 'sarskild_visstid', false);

CREATE TEMP TABLE person AS
SELECT n, pg_temp.key('substitute', n) AS id, 1000 + n AS user_id, n % 40 AS area,
    CASE WHEN n % 40 < 10 THEN 0 ELSE 2 END + (pg_temp.dice(10, 'occupation', n) / 7) AS occupation
FROM generate_series(1, :substitutes) n;

INSERT INTO people_substitute (id, employee_number, is_active, user_id, born, by_hand_only, wished_weekly_hours)
SELECT id, 'V' || n, pg_temp.dice(50, 'active', n) > 0, user_id,
    CASE WHEN n % 100 = 0 THEN date '2009-01-01' END, n % 101 = 0,
    CASE WHEN n % 3 > 0 THEN 10 + pg_temp.dice(28, 'wish', n) END
FROM person;
INSERT INTO people_agreement (id, starts, ends, pay_form, area_id, occupation_id, substitute_id, workplace_id, rule_profile_id)
SELECT pg_temp.key('agreement', n), pg_temp.day(-800),
    CASE WHEN pg_temp.dice(10, 'ends', n) = 0 THEN pg_temp.day(pg_temp.dice(200, 'until', n) - 100) END,
    CASE WHEN n % 10 = 0 THEN 'monthly' ELSE 'hourly' END, pg_temp.key('area', area),
    pg_temp.key('occupation', occupation), id, null, CASE WHEN n % 10 < 2 THEN pg_temp.key('profile', n % 10) END
FROM person
UNION ALL
SELECT pg_temp.key('second agreement', n), pg_temp.day(-400), null, 'hourly', null, pg_temp.key('occupation', occupation),
    id, pg_temp.key('place', pg_temp.dice(:substitutes / 10, 'second', n)), null
FROM person WHERE n % 5 < 2;
INSERT INTO people_substitutecompetence (id, starts, ends, competence_id, substitute_id)
SELECT pg_temp.key('held', n, c), pg_temp.day(-700),
    CASE WHEN pg_temp.dice(3, 'held', n, c) = 0
        THEN pg_temp.day(pg_temp.dice(400, 'until', n, c) - 30) END,
    pg_temp.key('competence', c), id
FROM person, generate_series(0, 3) c WHERE pg_temp.dice(10, 'has', n, c) < (ARRAY[7, 5, 1, 1])[c + 1];
INSERT INTO people_introduction (id, given_on, noted_by_id, substitute_id, workplace_id)
SELECT DISTINCT ON (id, place) pg_temp.key('introduction', n, k), date '2025-01-07', 1000, id, place
FROM (SELECT n, k, id, pg_temp.key('place', area + 40 * pg_temp.dice(greatest(:substitutes / 400, 1), 'introduced', n, k)) AS place
    FROM person, generate_series(1, 6) k) given;
INSERT INTO people_recordscheck (id, starts, ends, kind, issued_on, fit, checked_by_id, substitute_id)
SELECT pg_temp.key('check', n), pg_temp.day(-300), pg_temp.day(pg_temp.dice(400, 'check', n) - 20),
    CASE WHEN area < 10 THEN 'school' ELSE 'home_care' END, date '2025-07-01', n % 50 > 0, 1000, id
FROM person WHERE area < 16;
INSERT INTO people_block (id, asked_by, reason, made_at, made_by_id, substitute_id, workplace_id)
SELECT pg_temp.key('block', n), 'workplace', 'Enligt överenskommelse', pg_temp.day(-90), 1000, id,
    pg_temp.key('place', area + 40 * pg_temp.dice(greatest(:substitutes / 400, 1), 'blocked', n))
FROM person WHERE n % 25 = 0;
INSERT INTO people_favourite (id, chosen_at, chosen_by_id, substitute_id, workplace_id)
SELECT pg_temp.key('favourite', n), pg_temp.day(-90), 1000, id,
    pg_temp.key('place', area + 40 * pg_temp.dice(greatest(:substitutes / 400, 1), 'favourite', n))
FROM person WHERE n % 2 = 0;
INSERT INTO booking_absence (id, kind, starts, ends, noted_at, noted_by_id, substitute_id)
SELECT pg_temp.key('absence', n, k), 'sick', pg_temp.day(k * 20 - 100 + n % 20), pg_temp.day(k * 20 - 98 + n % 20),
    pg_temp.day(-100), 1000, id
FROM person, generate_series(0, 6) k WHERE pg_temp.dice(5, 'absent', n, k) = 0;
INSERT INTO booking_policy (id, area_id, month_cap, pay_first, direct_days, enquiry_mode, late_yes)
SELECT pg_temp.key('policy', n), pg_temp.key('area', n), 140, CASE WHEN n % 2 = 0 THEN 'monthly' ELSE '' END, '', '', ''
FROM generate_series(0, 19) n;

-- Booked: pairs of days, four weeks apart, from two years ago to four weeks ahead; mostly at three places of one's own.
CREATE TEMP TABLE booked AS
SELECT n, k, id, area, occupation, booked.day,
    pg_temp.day(booked.day, (ARRAY[7, 7, 13, 21])[1 + shape]) AS starts,
    pg_temp.day(booked.day, (ARRAY[16, 15, 22, 31])[1 + shape]) AS ends,
    pg_temp.key('place', area + 40 * pg_temp.dice(greatest(:substitutes / 400, 1), 'at', n, pg_temp.dice(3, 'at', n, k))) AS place
FROM (SELECT person.*, k, 29 * (k / 2) - 697 + n % 27 + k % 2 AS day, pg_temp.dice(4, 'shape', n, k) AS shape
    FROM person, generate_series(0, 49) k) booked;
INSERT INTO booking_order (id, starts, ends, break_minutes, reference, text, note, contact, status, round, terms_version,
    placed_at, command, occupation_id, placed_by_id, workplace_id, reason_id, allow_direct, enquiry_mode, return_reason)
SELECT pg_temp.key('booked', n, k), starts, ends, 60, '', '', '', '',
    CASE WHEN day < 0 THEN 'completed' ELSE 'booked' END, 1, 1, starts - interval '3 days', pg_temp.key('command', n, k),
    pg_temp.key('occupation', occupation), 1000, place, pg_temp.key('reason', k % 2), true, '', ''
FROM booked;
INSERT INTO booking_booking (id, starts, ends, break_minutes, terms, origin, booked_at, override_reason, no_show,
    end_reason, end_note, agreement_id, booked_by_id, substitute_id, order_id)
SELECT pg_temp.key('booking', n, k), starts, ends, 60,
    jsonb_build_object('employment', (ARRAY['vikariat', 'sarskild_visstid'])[1 + k % 2]), 'planner', starts - interval '2 days', '', false,
    '', '', pg_temp.key('agreement', n), 1000, id, pg_temp.key('booked', n, k)
FROM booked;

-- Open: one a week at each workplace, in the four weeks to come.
INSERT INTO booking_order (id, starts, ends, break_minutes, reference, text, note, contact, status, round, terms_version,
    placed_at, command, occupation_id, placed_by_id, workplace_id, reason_id, allow_direct, enquiry_mode, return_reason)
SELECT pg_temp.key('open', place, week), pg_temp.day(day, (ARRAY[7, 7, 13, 21])[1 + shape]),
    pg_temp.day(day, (ARRAY[16, 15, 22, 31])[1 + shape]), 60, '', '', '', '', 'open', 1, 1, pg_temp.day(-1), pg_temp.key('open command', place, week), pg_temp.key('occupation',
    CASE WHEN place % 40 < 10 THEN 0 ELSE 2 END + (pg_temp.dice(10, 'open', place, week) / 7)), 1000,
    pg_temp.key('place', place), pg_temp.key('reason', week % 2), true, '', ''
FROM (SELECT place, week, pg_temp.dice(4, 'form', place, week) AS shape,
        week * 7 + 1 + pg_temp.dice(7, 'day', place, week) AS day
    FROM generate_series(0, :substitutes / 10 - 1) place, generate_series(0, 3) week) shapes;
INSERT INTO booking_order_competences (order_id, competence_id)
SELECT pg_temp.key('open', place, week), pg_temp.key('competence', c)
FROM generate_series(0, :substitutes / 10 - 1) place, generate_series(0, 3) week, generate_series(0, 1) c
WHERE pg_temp.dice(10, 'requires', place, 10 * week + c) < 3;
INSERT INTO booking_enquiry (id, round, code, status, asked_at, answer_by, asked_by_id, substitute_id, order_id, rank,
    terms_version, wave)
SELECT pg_temp.key('enquiry', n, k), 1, k, (ARRAY['no', 'expired', 'lost'])[1 + (n + k) % 3], starts - interval '2 days',
    starts - interval '1 day', 1000, pg_temp.key('substitute', 1 + (n - 1 + 40 * k) % :substitutes),
    pg_temp.key('booked', n, k), 1, 1, 1
FROM booked WHERE k % 5 = 0;

-- Her own words: every other day, from 280 days ago to 120 ahead.
INSERT INTO booking_availability (id, kind, starts, ends, entered_at, entered_by_id, substitute_id, by_herself, limited)
SELECT pg_temp.key('word', n, k), CASE kind WHEN 0 THEN 'not_available' WHEN 1 THEN 'ask_me' ELSE 'available' END,
    pg_temp.day(2 * k - 280, (ARRAY[0, 6, 6, 12])[1 + shape]), pg_temp.day(2 * k - 280, (ARRAY[32, 23, 17, 23])[1 + shape]),
    pg_temp.day(2 * k - 290), user_id, id, own > 0, own = 1
FROM (SELECT n, k, id, user_id, pg_temp.dice(10, 'kind', n, k) AS kind,
        pg_temp.dice(4, 'word', n, k) AS shape, pg_temp.dice(20, 'own', n, k) AS own
    FROM person, generate_series(0, 199) k) words;
INSERT INTO booking_availability_workplaces (availability_id, workplace_id)
SELECT pg_temp.key('word', n, k), pg_temp.key('place', area + 40 * pg_temp.dice(greatest(:substitutes / 400, 1), 'limited', n))
FROM person, generate_series(0, 199) k WHERE pg_temp.dice(20, 'own', n, k) = 1;
