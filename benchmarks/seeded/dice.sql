-- What every seed throws its dice with: the same each time.

CREATE FUNCTION pg_temp.dice(sides int, what text, a int, b int DEFAULT 0) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT ((hashint8extended(a::bigint * 1000 + b, hashtext(what)) & 9223372036854775807) % sides)::int $$;
CREATE FUNCTION pg_temp.key(kind text, a int, b int DEFAULT 0) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT md5(kind || a::text || '/' || b::text)::uuid $$;
CREATE FUNCTION pg_temp.day(number int, clock int DEFAULT 0) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT ((date '2026-05-11' + number) + clock * interval '1 hour') AT TIME ZONE 'Europe/Stockholm' $$;
