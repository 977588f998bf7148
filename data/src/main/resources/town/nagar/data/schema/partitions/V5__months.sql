-- Raw tables in Indian calendar months, each made ahead or when first needed; a default partition
-- takes what no month takes yet.

DO $$
DECLARE raw TEXT;
BEGIN
    FOREACH raw IN ARRAY ARRAY['traffic_measurements', 'pollution_measurements', 'water_measurements',
            'agriculture_measurements', 'market_prices', 'weather_measurements'] LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', raw || '_default', raw);
    END LOOP;
END $$;

-- Makes the month partition that holds the time, moving rows there that the default partition took
-- meanwhile. Returns the partition's name. Safe to call from many sessions and as often as one likes.
CREATE FUNCTION ensure_month(raw TEXT, at TIMESTAMPTZ) RETURNS TEXT LANGUAGE plpgsql AS $$
DECLARE
    month TIMESTAMP := date_trunc('month', at AT TIME ZONE 'Asia/Kolkata');
    name TEXT := raw || to_char(month, '"_y"YYYY"m"MM');
    from_time TIMESTAMPTZ := month AT TIME ZONE 'Asia/Kolkata';
    until_time TIMESTAMPTZ := (month + INTERVAL '1 month') AT TIME ZONE 'Asia/Kolkata';
    columns TEXT;
BEGIN
    IF to_regclass(name) IS NOT NULL THEN
        RETURN name;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ensure_month'), hashtext(raw));
    IF to_regclass(name) IS NOT NULL THEN
        RETURN name;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS)', name, raw);
    EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_insert_scale_factor = 0.2, '
            || 'autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0)', name);
    EXECUTE format('LOCK TABLE %I IN SHARE ROW EXCLUSIVE MODE', raw || '_default');
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
        FROM pg_attribute
        WHERE attrelid = raw::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
    EXECUTE format('WITH moved AS (DELETE FROM %I WHERE time >= %L AND time < %L RETURNING %s) '
            || 'INSERT INTO %I (%s) SELECT %s FROM moved',
            raw || '_default', from_time, until_time, columns, name, columns, columns);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
            raw, name, from_time, until_time);
    RETURN name;
END $$;
COMMENT ON FUNCTION ensure_month IS 'Call it before the first row of a month; not needed, but then rows are moved later.';
