-- What versions of models said, one row a version and origin; the first word counts.
CREATE TABLE statements (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model TEXT NOT NULL,
    version TEXT NOT NULL,
    stage TEXT NOT NULL,
    origin TIMESTAMPTZ NOT NULL, -- when the first step begins
    UNIQUE (model, version, origin)
);
CREATE INDEX ON statements (model, origin);

-- Of each place; one slot a step, in the measure's unit, NaN where nothing was said.
CREATE TABLE forecasts (
    statement BIGINT NOT NULL REFERENCES statements ON DELETE CASCADE,
    place TEXT NOT NULL,
    value REAL[] NOT NULL,
    half80 REAL[] NOT NULL,
    half95 REAL[] NOT NULL,
    baseline REAL[] NOT NULL,
    PRIMARY KEY (statement, place)
);

-- What was measured, by the step that begins then.
CREATE TABLE truths (
    model TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    place TEXT NOT NULL,
    value FLOAT8 NOT NULL,
    PRIMARY KEY (model, at, place)
);

-- What was found to have moved, from its opening to its end.
CREATE TABLE episodes (
    id TEXT PRIMARY KEY,
    rule TEXT NOT NULL,
    model TEXT NOT NULL,
    place TEXT NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    last_at TIMESTAMPTZ NOT NULL,
    cleared_at TIMESTAMPTZ,
    faulty_since TIMESTAMPTZ, -- of a place alone: since when its values differ from its neighbours'
    description TEXT NOT NULL
);
CREATE UNIQUE INDEX ON episodes (rule, place) WHERE cleared_at IS NULL;

-- Models that were asked for anew, and what became of it.
CREATE TABLE retrainings (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model TEXT NOT NULL,
    cause TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    ended_at TIMESTAMPTZ,
    outcome TEXT NOT NULL DEFAULT '' -- the version, or what went wrong
);
CREATE INDEX ON retrainings (model, id DESC);
