CREATE TABLE traffic_hourly (
    hour TIMESTAMPTZ NOT NULL,
    road_id VARCHAR(50) NOT NULL,
    sensor_id VARCHAR(50) NOT NULL,
    readings INTEGER NOT NULL,
    avg_vehicle_count FLOAT8,
    sum_vehicle_count FLOAT8,
    avg_speed FLOAT8,
    min_speed FLOAT8,
    max_speed FLOAT8,
    avg_occupancy FLOAT8,
    avg_congestion FLOAT8,
    max_congestion INTEGER,
    avg_pcu_per_hour FLOAT8,
    max_pcu_per_hour FLOAT8,
    PRIMARY KEY (sensor_id, hour, road_id)
);
CREATE INDEX idx_traffic_hourly_road ON traffic_hourly (road_id, hour);
