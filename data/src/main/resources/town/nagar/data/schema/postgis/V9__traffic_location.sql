-- The place of a reading is its sensor's, and nearness is asked of sensors and places. A tree with a leaf
-- for each reading doubled what a row costs to write; a range of blocks costs next to nothing, and tells
-- much once a month lies sorted by series.
DROP INDEX IF EXISTS idx_traffic_location;
CREATE INDEX idx_traffic_location ON traffic_measurements USING BRIN (location) WITH (pages_per_range = 32);
