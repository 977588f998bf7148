package town.nagar.contracts.readings;

import town.nagar.contracts.Domain;

/**
 * How far a stream job is behind.
 *
 * @param job the domain whose job it is
 * @param pendingRecords readings that wait in Kafka for it
 */
public record StreamLag(Domain job, long pendingRecords) {}
