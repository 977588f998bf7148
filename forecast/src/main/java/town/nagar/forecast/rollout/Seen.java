package town.nagar.forecast.rollout;

import town.nagar.forecast.rollout.LocalCopies.Standings;

/**
 * What was seen of a name.
 *
 * @param standings how its versions stand, as local copies keep it for the next start
 */
record Seen(Lineup lineup, Standings standings) {}
