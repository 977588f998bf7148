CREATE TABLE dead_letters (
    id              BIGINT PRIMARY KEY,
    received_at     TIMESTAMPTZ NOT NULL,
    route           TEXT NOT NULL,
    source          TEXT NOT NULL,
    domain          TEXT NOT NULL,
    address         TEXT NOT NULL,
    reason          TEXT NOT NULL,
    message         TEXT NOT NULL,
    original        BYTEA NOT NULL,
    state           TEXT NOT NULL DEFAULT 'waiting'
                    CHECK (state IN ('waiting', 'replayed', 'failed_again')),
    replays         INT NOT NULL DEFAULT 0,
    last_replay_at  TIMESTAMPTZ,
    last_result     TEXT NOT NULL DEFAULT ''
);
CREATE INDEX dead_letters_source ON dead_letters (source, id DESC);
CREATE INDEX dead_letters_reason ON dead_letters (reason, id DESC);
CREATE INDEX dead_letters_received ON dead_letters (received_at);
