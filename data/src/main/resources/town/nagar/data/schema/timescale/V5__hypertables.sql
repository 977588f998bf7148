-- Raw tables as hypertables in chunks of a week, packed after 7 days by sensor; raw pollution is kept
-- 90 days, as the design document says.

SELECT create_hypertable('traffic_measurements', 'time', chunk_time_interval => INTERVAL '7 days', create_default_indexes => FALSE);
SELECT create_hypertable('pollution_measurements', 'time', chunk_time_interval => INTERVAL '7 days', create_default_indexes => FALSE);
SELECT create_hypertable('water_measurements', 'time', chunk_time_interval => INTERVAL '7 days', create_default_indexes => FALSE);
SELECT create_hypertable('agriculture_measurements', 'time', chunk_time_interval => INTERVAL '30 days', create_default_indexes => FALSE);
SELECT create_hypertable('market_prices', 'time', chunk_time_interval => INTERVAL '365 days', create_default_indexes => FALSE);
SELECT create_hypertable('weather_measurements', 'time', chunk_time_interval => INTERVAL '30 days', create_default_indexes => FALSE);

-- Hypertables make their chunks themselves.
CREATE FUNCTION ensure_month(raw TEXT, at TIMESTAMPTZ) RETURNS TEXT LANGUAGE sql AS $$ SELECT raw $$;
