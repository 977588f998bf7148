-- What sensors said, one row a sensor and event time. First the columns of the design document, then
-- the additions. Units are those of quantities.csv. Time is UTC inside, buckets are Indian hours.
--
-- ${partitioning}: PARTITION BY RANGE (time), or nothing where a hypertable does it.
-- ${location}: a geography generated from lat and lon, or nothing where the server has no PostGIS.

CREATE TABLE traffic_measurements (
    time TIMESTAMPTZ NOT NULL,
    sensor_id VARCHAR(50) NOT NULL,
    road_id VARCHAR(50) NOT NULL,
    ${location}
    vehicle_count INTEGER,
    average_speed FLOAT8,
    occupancy_percentage FLOAT8,
    congestion_level INTEGER,
    metadata JSONB,
    lat FLOAT8,
    lon FLOAT8,
    level_of_service TEXT,
    pcu_per_hour FLOAT8,
    congestion_basis TEXT,
    reported_congestion INTEGER,
    interval_seconds INTEGER,
    two_wheeler_count INTEGER,
    car_count INTEGER,
    auto_count INTEGER,
    lcv_count INTEGER,
    heavy_count INTEGER,
    tractor_count INTEGER,
    cycle_count INTEGER,
    cycle_rickshaw_count INTEGER,
    quality TEXT,
    received_at TIMESTAMPTZ NOT NULL,
    ingest_id BIGINT NOT NULL,
    source TEXT,
    PRIMARY KEY (time, sensor_id)
) ${partitioning};
CREATE INDEX idx_traffic_road ON traffic_measurements (road_id, time DESC);

-- station_id is the sensor's id, place_id the place it stands for. aqi is the running National AQI if
-- the writer knew it, never an index of a short window: that is nowcast.
CREATE TABLE pollution_measurements (
    time TIMESTAMPTZ NOT NULL,
    station_id VARCHAR(50) NOT NULL,
    ${location}
    pm25 FLOAT8,
    pm10 FLOAT8,
    co2 FLOAT8,
    nox FLOAT8,
    so2 FLOAT8,
    o3 FLOAT8,
    aqi INTEGER,
    aqi_category VARCHAR(20),
    temperature FLOAT8,
    humidity FLOAT8,
    metadata JSONB,
    place_id VARCHAR(50) NOT NULL,
    lat FLOAT8,
    lon FLOAT8,
    no2 FLOAT8,
    co FLOAT8,
    nh3 FLOAT8,
    pb FLOAT8,
    "no" FLOAT8,
    nowcast INTEGER,
    quality TEXT,
    received_at TIMESTAMPTZ NOT NULL,
    ingest_id BIGINT NOT NULL,
    source TEXT,
    PRIMARY KEY (time, station_id)
) ${partitioning};
CREATE INDEX idx_pollution_station ON pollution_measurements (station_id, time DESC);

CREATE TABLE water_measurements (
    time TIMESTAMPTZ NOT NULL,
    meter_id VARCHAR(50) NOT NULL,
    zone_id VARCHAR(50) NOT NULL,
    ${location}
    consumption_liters FLOAT8,
    flow_rate FLOAT8,
    pressure_bar FLOAT8,
    meter_type VARCHAR(20),
    metadata JSONB,
    lat FLOAT8,
    lon FLOAT8,
    tank_level FLOAT8,
    ph FLOAT8,
    turbidity FLOAT8,
    free_chlorine FLOAT8,
    tds FLOAT8,
    quality TEXT,
    received_at TIMESTAMPTZ NOT NULL,
    ingest_id BIGINT NOT NULL,
    source TEXT,
    PRIMARY KEY (time, meter_id)
) ${partitioning};
CREATE INDEX idx_water_zone ON water_measurements (zone_id, time DESC);
CREATE INDEX idx_water_meter ON water_measurements (meter_id, time DESC);

CREATE TABLE agriculture_measurements (
    time TIMESTAMPTZ NOT NULL,
    sensor_id VARCHAR(50) NOT NULL,
    field_id VARCHAR(50) NOT NULL,
    ${location}
    soil_moisture FLOAT8,
    soil_temperature FLOAT8,
    ndvi FLOAT8,
    irrigation_mm FLOAT8,
    temperature FLOAT8,
    humidity FLOAT8,
    leaf_wetness FLOAT8,
    metadata JSONB,
    lat FLOAT8,
    lon FLOAT8,
    quality TEXT,
    received_at TIMESTAMPTZ NOT NULL,
    ingest_id BIGINT NOT NULL,
    source TEXT,
    PRIMARY KEY (time, sensor_id)
) ${partitioning};
CREATE INDEX idx_agriculture_field ON agriculture_measurements (field_id, time DESC);

-- sensor_id is the series MANDI:COMMODITY[:VARIETY]. Prices in INR a quintal, arrivals in tonnes.
CREATE TABLE market_prices (
    time TIMESTAMPTZ NOT NULL,
    sensor_id VARCHAR(50) NOT NULL,
    mandi_id VARCHAR(50) NOT NULL,
    commodity TEXT NOT NULL,
    variety TEXT,
    grade TEXT,
    ${location}
    min_price FLOAT8,
    max_price FLOAT8,
    modal_price FLOAT8,
    arrivals_tonnes FLOAT8,
    metadata JSONB,
    lat FLOAT8,
    lon FLOAT8,
    quality TEXT,
    received_at TIMESTAMPTZ NOT NULL,
    ingest_id BIGINT NOT NULL,
    source TEXT,
    PRIMARY KEY (time, sensor_id)
) ${partitioning};
CREATE INDEX idx_market_series ON market_prices (mandi_id, commodity, time DESC);

-- station_id is the place.
CREATE TABLE weather_measurements (
    time TIMESTAMPTZ NOT NULL,
    sensor_id VARCHAR(50) NOT NULL,
    station_id VARCHAR(50) NOT NULL,
    ${location}
    temperature FLOAT8,
    humidity FLOAT8,
    rainfall_mm FLOAT8,
    wind_speed FLOAT8,
    wind_direction FLOAT8,
    pressure_hpa FLOAT8,
    dew_point FLOAT8,
    solar_radiation FLOAT8,
    cloud_cover FLOAT8,
    snowfall_mm FLOAT8,
    metadata JSONB,
    lat FLOAT8,
    lon FLOAT8,
    quality TEXT,
    received_at TIMESTAMPTZ NOT NULL,
    ingest_id BIGINT NOT NULL,
    source TEXT,
    PRIMARY KEY (time, sensor_id)
) ${partitioning};
CREATE INDEX idx_weather_station ON weather_measurements (station_id, time DESC);

-- Which Indian hours of which sensors have raw rows that no derived row knows yet. Written in the
-- transaction of the raw rows.
CREATE TABLE touched_hours (
    domain TEXT NOT NULL,
    entity TEXT NOT NULL,
    hour TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (domain, entity, hour)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
