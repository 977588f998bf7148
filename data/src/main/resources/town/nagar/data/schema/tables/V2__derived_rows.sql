-- Rows made from raw rows alone: whatever the order in which readings came, these are the same.
-- Buckets begin at Indian ten-minutes, hours and midnights.

CREATE TABLE traffic_10min (
    bucket TIMESTAMPTZ NOT NULL,
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
    PRIMARY KEY (sensor_id, bucket, road_id)
);
CREATE INDEX idx_traffic_10min_road ON traffic_10min (road_id, bucket);

CREATE TABLE traffic_daily (
    day TIMESTAMPTZ NOT NULL,
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
    PRIMARY KEY (sensor_id, day, road_id)
);
CREATE INDEX idx_traffic_daily_road ON traffic_daily (road_id, day);

-- Hourly means and how many readings they stand on; then the National AQI of the 24 (O3, CO: 8) hours
-- that end with this one. averaging is 24h where the source gave daily means.
CREATE TABLE pollution_hourly (
    hour TIMESTAMPTZ NOT NULL,
    station_id VARCHAR(50) NOT NULL,
    place_id VARCHAR(50) NOT NULL,
    readings INTEGER NOT NULL,
    averaging TEXT NOT NULL,
    pm25 FLOAT8,
    pm25_count INTEGER NOT NULL,
    pm10 FLOAT8,
    pm10_count INTEGER NOT NULL,
    no2 FLOAT8,
    no2_count INTEGER NOT NULL,
    so2 FLOAT8,
    so2_count INTEGER NOT NULL,
    o3 FLOAT8,
    o3_count INTEGER NOT NULL,
    co FLOAT8,
    co_count INTEGER NOT NULL,
    nh3 FLOAT8,
    nh3_count INTEGER NOT NULL,
    pb FLOAT8,
    pb_count INTEGER NOT NULL,
    co2 FLOAT8,
    nox FLOAT8,
    "no" FLOAT8,
    temperature FLOAT8,
    humidity FLOAT8,
    max_nowcast INTEGER,
    aqi INTEGER,
    aqi_category VARCHAR(20),
    prominent_pollutant TEXT,
    sub_indices JSONB,
    reason TEXT,
    beyond_scale BOOLEAN NOT NULL DEFAULT FALSE,
    o3_1h_missing BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (station_id, hour)
);
CREATE INDEX idx_pollution_hourly_place ON pollution_hourly (place_id, hour);

-- Means of an Indian calendar day's hours, and the National AQI of that day.
CREATE TABLE pollution_daily (
    day TIMESTAMPTZ NOT NULL,
    station_id VARCHAR(50) NOT NULL,
    place_id VARCHAR(50) NOT NULL,
    hours INTEGER NOT NULL,
    averaging TEXT NOT NULL,
    pm25 FLOAT8,
    pm10 FLOAT8,
    no2 FLOAT8,
    so2 FLOAT8,
    o3 FLOAT8,
    co FLOAT8,
    nh3 FLOAT8,
    pb FLOAT8,
    co2 FLOAT8,
    nox FLOAT8,
    "no" FLOAT8,
    temperature FLOAT8,
    humidity FLOAT8,
    aqi INTEGER,
    aqi_category VARCHAR(20),
    prominent_pollutant TEXT,
    sub_indices JSONB,
    reason TEXT,
    beyond_scale BOOLEAN NOT NULL DEFAULT FALSE,
    o3_1h_missing BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (station_id, day)
);
CREATE INDEX idx_pollution_daily_place ON pollution_daily (place_id, day);

CREATE TABLE water_meter_hourly (
    hour TIMESTAMPTZ NOT NULL,
    zone_id VARCHAR(50) NOT NULL,
    meter_id VARCHAR(50) NOT NULL,
    meter_type TEXT,
    readings INTEGER NOT NULL,
    total_consumption FLOAT8,
    avg_flow_rate FLOAT8,
    min_flow_rate FLOAT8,
    max_flow_rate FLOAT8,
    avg_pressure FLOAT8,
    min_pressure FLOAT8,
    max_pressure FLOAT8,
    avg_tank_level FLOAT8,
    avg_ph FLOAT8,
    avg_turbidity FLOAT8,
    max_turbidity FLOAT8,
    avg_free_chlorine FLOAT8,
    min_free_chlorine FLOAT8,
    avg_tds FLOAT8,
    PRIMARY KEY (meter_id, hour, zone_id)
);
CREATE INDEX idx_water_meter_hourly_zone ON water_meter_hourly (zone_id, hour);

CREATE TABLE water_zone_hourly (
    hour TIMESTAMPTZ NOT NULL,
    zone_id VARCHAR(50) NOT NULL,
    total_consumption FLOAT8,
    avg_pressure FLOAT8,
    active_meters INTEGER NOT NULL,
    readings INTEGER NOT NULL,
    min_pressure FLOAT8,
    avg_flow_rate FLOAT8,
    PRIMARY KEY (zone_id, hour)
);

CREATE TABLE agriculture_daily (
    day TIMESTAMPTZ NOT NULL,
    field_id VARCHAR(50) NOT NULL,
    sensor_id VARCHAR(50) NOT NULL,
    readings INTEGER NOT NULL,
    avg_soil_moisture FLOAT8,
    min_soil_moisture FLOAT8,
    max_soil_moisture FLOAT8,
    avg_soil_temperature FLOAT8,
    avg_ndvi FLOAT8,
    sum_irrigation_mm FLOAT8,
    avg_temperature FLOAT8,
    min_temperature FLOAT8,
    max_temperature FLOAT8,
    avg_humidity FLOAT8,
    avg_leaf_wetness FLOAT8,
    PRIMARY KEY (sensor_id, day, field_id)
);
CREATE INDEX idx_agriculture_daily_field ON agriculture_daily (field_id, day);

CREATE TABLE market_daily (
    day TIMESTAMPTZ NOT NULL,
    mandi_id VARCHAR(50) NOT NULL,
    sensor_id VARCHAR(50) NOT NULL,
    commodity TEXT NOT NULL,
    readings INTEGER NOT NULL,
    min_price FLOAT8,
    max_price FLOAT8,
    avg_modal_price FLOAT8,
    sum_arrivals_tonnes FLOAT8,
    PRIMARY KEY (sensor_id, day, mandi_id, commodity)
);
CREATE INDEX idx_market_daily_series ON market_daily (mandi_id, commodity, day);

CREATE TABLE weather_hourly (
    hour TIMESTAMPTZ NOT NULL,
    station_id VARCHAR(50) NOT NULL,
    sensor_id VARCHAR(50) NOT NULL,
    readings INTEGER NOT NULL,
    avg_temperature FLOAT8,
    min_temperature FLOAT8,
    max_temperature FLOAT8,
    avg_humidity FLOAT8,
    sum_rainfall_mm FLOAT8,
    avg_wind_speed FLOAT8,
    max_wind_speed FLOAT8,
    wind_east FLOAT8,
    wind_north FLOAT8,
    avg_pressure_hpa FLOAT8,
    avg_dew_point FLOAT8,
    avg_solar_radiation FLOAT8,
    avg_cloud_cover FLOAT8,
    sum_snowfall_mm FLOAT8,
    PRIMARY KEY (sensor_id, hour, station_id)
);
CREATE INDEX idx_weather_hourly_station ON weather_hourly (station_id, hour);
COMMENT ON COLUMN weather_hourly.wind_east IS 'mean eastward part of the wind, m/s: directions do not average';

CREATE TABLE weather_daily (
    day TIMESTAMPTZ NOT NULL,
    station_id VARCHAR(50) NOT NULL,
    sensor_id VARCHAR(50) NOT NULL,
    readings INTEGER NOT NULL,
    avg_temperature FLOAT8,
    min_temperature FLOAT8,
    max_temperature FLOAT8,
    avg_humidity FLOAT8,
    sum_rainfall_mm FLOAT8,
    avg_wind_speed FLOAT8,
    max_wind_speed FLOAT8,
    wind_east FLOAT8,
    wind_north FLOAT8,
    avg_pressure_hpa FLOAT8,
    avg_dew_point FLOAT8,
    avg_solar_radiation FLOAT8,
    avg_cloud_cover FLOAT8,
    sum_snowfall_mm FLOAT8,
    PRIMARY KEY (sensor_id, day, station_id)
);
CREATE INDEX idx_weather_daily_station ON weather_daily (station_id, day);

-- Raw hours whose archive object is missing or older than their rows.
CREATE TABLE archive_marks (
    domain TEXT NOT NULL,
    hour TIMESTAMPTZ NOT NULL,
    marked_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (domain, hour)
);

CREATE TABLE archive_objects (
    key TEXT PRIMARY KEY,
    domain TEXT NOT NULL,
    hour_from TIMESTAMPTZ NOT NULL,
    hour_until TIMESTAMPTZ NOT NULL,
    rows BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    exported_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX idx_archive_objects_hours ON archive_objects (domain, hour_from);

-- Ranges whose raw rows were dropped after their archiving: their derived rows are final.
CREATE TABLE dropped_ranges (
    domain TEXT NOT NULL,
    time_from TIMESTAMPTZ NOT NULL,
    time_until TIMESTAMPTZ NOT NULL,
    dropped_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (domain, time_from)
);

-- Marks that were taken out of touched_hours by the transaction of that number. Their rows are read
-- only once every older transaction has ended: one of them may have found its mark already there and
-- not yet committed its rows.
CREATE TABLE taken_hours (
    domain TEXT NOT NULL,
    hour TIMESTAMPTZ NOT NULL,
    entity TEXT NOT NULL,
    taken XID8 NOT NULL,
    PRIMARY KEY (domain, hour, entity)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
