-- What is under way at the desk, on top of the municipality of the candidates; taken back when it has been measured.

-- A fifth open order a workplace: with those of the four weeks they are five thousand.
INSERT INTO booking_order (id, starts, ends, break_minutes, reference, text, note, contact, status, round, terms_version,
    placed_at, command, occupation_id, placed_by_id, workplace_id, reason_id, allow_direct, enquiry_mode, return_reason)
SELECT md5('desk' || id)::uuid, starts + interval '7 days', ends + interval '7 days', 30, 'Kim Ek', '', '', '', 'open', 1, 1,
    placed_at, md5('desk command' || id)::uuid, occupation_id, placed_by_id, workplace_id, reason_id, false, '', ''
FROM (SELECT DISTINCT ON (workplace_id) * FROM booking_order WHERE status = 'open' ORDER BY workplace_id, starts DESC) last;

CREATE TEMP TABLE under_way AS
SELECT id, workplace_id, starts, row_number() OVER (ORDER BY id) AS n FROM booking_order WHERE status = 'open';
INSERT INTO booking_advert (id, order_id, opened_at, opened_by_id)
SELECT md5('advert' || n)::uuid, id, :now, 1000 FROM under_way WHERE n % 2 = 0;
INSERT INTO booking_asking (id, order_id, round, mode, wave_size, waves, chosen_only, started_by_id, started_at, next_wave_at)
SELECT md5('asking' || n)::uuid, id, 1, 'first_yes', 3, 1, false, 1000, :now, :now::timestamptz + interval '1 hour'
FROM under_way WHERE n % 3 = 0;
INSERT INTO booking_enquiry (id, round, code, status, asked_at, answer_by, asked_by_id, substitute_id, order_id, rank,
    terms_version, wave, asking_id)
SELECT md5('asked' || n || '/' || k)::uuid, 1, 1000 + n * 10 + k, (ARRAY['sent', 'sent', 'no'])[k], :now,
    :now::timestamptz + interval '1 hour', 1000, md5('substitute' || 1 + (n * 40 + k * 7) % 10000 || '/0')::uuid, id, k, 1, 1,
    md5('asking' || n)::uuid
FROM under_way, generate_series(1, 3) k WHERE n % 3 = 0;
INSERT INTO booking_interest (id, round, status, registered_at, changed_at, substitute_id, order_id)
SELECT md5('interest' || n || '/' || k)::uuid, 1, 'registered', :now, :now,
    md5('substitute' || 1 + (n * 17 + k * 40) % 10000 || '/0')::uuid, id
FROM under_way, generate_series(1, 2) k WHERE n % 5 = 0;
ANALYZE;
