-- The design document's continuous aggregate, in Indian hours (a UTC hour is no sum of them), with the
-- open hour computed when asked. The whole past is refreshed where late rows changed it.
CREATE MATERIALIZED VIEW traffic_hourly
WITH (timescaledb.continuous, timescaledb.materialized_only = FALSE) AS
SELECT
    time_bucket('1 hour', time, 'Asia/Kolkata') AS hour,
    road_id,
    sensor_id,
    COUNT(*)::INTEGER AS readings,
    AVG(vehicle_count)::FLOAT8 AS avg_vehicle_count,
    SUM(vehicle_count)::FLOAT8 AS sum_vehicle_count,
    AVG(average_speed) AS avg_speed,
    MIN(average_speed) AS min_speed,
    MAX(average_speed) AS max_speed,
    AVG(occupancy_percentage) AS avg_occupancy,
    AVG(congestion_level)::FLOAT8 AS avg_congestion,
    MAX(congestion_level) AS max_congestion,
    AVG(pcu_per_hour) AS avg_pcu_per_hour,
    MAX(pcu_per_hour) AS max_pcu_per_hour
FROM traffic_measurements
GROUP BY 1, 2, 3
WITH NO DATA;
SELECT add_continuous_aggregate_policy('traffic_hourly', start_offset => NULL,
    end_offset => INTERVAL '1 hour', schedule_interval => INTERVAL '5 minutes');
