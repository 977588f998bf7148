SELECT add_retention_policy('pollution_measurements', INTERVAL '90 days');
