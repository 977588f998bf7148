CREATE INDEX idx_traffic_location ON traffic_measurements USING GIST (location);
CREATE INDEX idx_places_location ON places USING GIST (location);
CREATE INDEX idx_sensors_location ON sensors USING GIST (location);
