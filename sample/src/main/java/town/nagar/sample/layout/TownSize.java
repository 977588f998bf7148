package town.nagar.sample.layout;

/**
 * How many of what a town of a size has; 50,000 people have 14 wards and 40 traffic sensors.
 *
 * @param population people
 */
public record TownSize(long population) {
    public int wards() {
        return within(population / 3_570, 4, 60);
    }

    public int trafficSensors() {
        return within(population / 1_250, 6, 400);
    }

    public int airStations() {
        return within(population / 8_300, 3, 20);
    }

    public int tanks() {
        return within(population / 16_600, 1, 60);
    }

    public int farms() {
        return within(population / 2_500, 4, 60);
    }

    private static int within(long wanted, int least, int most) {
        return (int) Math.clamp(wanted, least, (long) most);
    }
}
