-- Without PostGIS, nearness is asked of places and sensors alone, on a sphere of earthdistance.
CREATE EXTENSION IF NOT EXISTS cube;
CREATE EXTENSION IF NOT EXISTS earthdistance;
CREATE INDEX idx_places_location ON places USING GIST (ll_to_earth(lat, lon));
CREATE INDEX idx_sensors_location ON sensors USING GIST (ll_to_earth(lat, lon));
