package town.nagar.simulation;

import town.nagar.engine.town.plan.Population;

/** How many of each sort a number of agents is made of. */
final class Agents {
    private Agents() {}

    /**
     * A population with as many citizens and vehicles together, businesses and farms in proportion:
     * of 15,000 10,000 citizens, 5,000 vehicles, besides 500 businesses and 200 farms in the
     * design's town.
     */
    static Population scaled(Population usual, int citizensAndVehicles) {
        double factor = citizensAndVehicles / (double) (usual.citizens() + usual.vehicles());
        int citizens = Math.max(1, (int) Math.round(usual.citizens() * factor));
        return usual.withNumbers(
                new Population.Numbers(
                        citizens,
                        citizensAndVehicles - citizens,
                        some(usual.businesses(), factor),
                        some(usual.farms(), factor)));
    }

    private static int some(int usual, double factor) {
        return usual == 0 ? 0 : Math.max(1, (int) Math.round(usual * factor));
    }
}
