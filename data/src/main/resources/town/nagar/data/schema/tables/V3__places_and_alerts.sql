-- Reference data as last told by the topic reference. document is the whole record as JSON.

CREATE TABLE places (
    id VARCHAR(50) PRIMARY KEY,
    kind TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_hi TEXT NOT NULL,
    name_gu TEXT NOT NULL,
    lat FLOAT8 NOT NULL,
    lon FLOAT8 NOT NULL,
    ${location}
    geometry JSONB NOT NULL,
    figures JSONB NOT NULL,
    labels JSONB NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX idx_places_kind ON places (kind, id);

CREATE TABLE sensors (
    id VARCHAR(50) PRIMARY KEY,
    domain TEXT NOT NULL,
    place_id VARCHAR(50) NOT NULL,
    type TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_hi TEXT NOT NULL,
    name_gu TEXT NOT NULL,
    lat FLOAT8 NOT NULL,
    lon FLOAT8 NOT NULL,
    ${location}
    interval_seconds INTEGER NOT NULL,
    verified BOOLEAN NOT NULL,
    simulated BOOLEAN NOT NULL,
    plausible JSONB NOT NULL,
    labels JSONB NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX idx_sensors_place ON sensors (place_id);
CREATE INDEX idx_sensors_domain ON sensors (domain, id);

-- Every step of every episode as it was told; the episodes are made from them.
CREATE TABLE alert_events (
    alert_id TEXT NOT NULL,
    phase TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    rule TEXT NOT NULL,
    place_id VARCHAR(50) NOT NULL,
    event JSONB NOT NULL,
    PRIMARY KEY (alert_id, phase, at)
);
CREATE INDEX idx_alert_events_subject ON alert_events (rule, place_id);

CREATE TABLE alert_episodes (
    alert_id TEXT PRIMARY KEY,
    rule TEXT NOT NULL,
    domain TEXT NOT NULL,
    place_id VARCHAR(50) NOT NULL,
    severity TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    metrics JSONB NOT NULL,
    sensor_ids TEXT[] NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    last_at TIMESTAMPTZ NOT NULL,
    cleared_at TIMESTAMPTZ,
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    repeats INTEGER NOT NULL,
    severity_history JSONB NOT NULL,
    acknowledged BOOLEAN NOT NULL DEFAULT FALSE,
    acknowledged_at TIMESTAMPTZ,
    acknowledged_by TEXT,
    actions_taken JSONB NOT NULL DEFAULT '[]',
    CONSTRAINT cleared_after_opening CHECK (cleared_at >= opened_at)
);
CREATE UNIQUE INDEX one_open_episode ON alert_episodes (rule, place_id) WHERE cleared_at IS NULL;
CREATE INDEX idx_alert_episodes_opened ON alert_episodes (opened_at DESC, alert_id);
CREATE INDEX idx_alert_episodes_place ON alert_episodes (place_id, opened_at DESC);

-- How far each topic was taken in, committed with what was taken. topic_id tells a topic from one of
-- the same name that was made anew.
CREATE TABLE topic_positions (
    topic TEXT NOT NULL,
    topic_id TEXT NOT NULL,
    partition INTEGER NOT NULL,
    next_offset BIGINT NOT NULL,
    PRIMARY KEY (topic, topic_id, partition)
);

-- Episodes whose document is missing or older than they are.
CREATE TABLE alert_outbox (
    alert_id TEXT PRIMARY KEY,
    changed BIGINT GENERATED ALWAYS AS IDENTITY
);
