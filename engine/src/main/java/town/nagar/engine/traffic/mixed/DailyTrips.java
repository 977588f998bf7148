package town.nagar.engine.traffic.mixed;

import town.nagar.engine.traffic.TripTable;

/**
 * Trips of one kind of vehicle on an ordinary day.
 *
 * @param vehicles trips a day, in vehicles
 * @param profile when they start
 */
public record DailyTrips(VehicleKind kind, TripTable vehicles, DayProfile profile) {}
