package town.nagar.engine.town;

import town.nagar.engine.random.Chance;
import town.nagar.engine.uncertainty.TownModel;
import town.nagar.engine.weather.WeatherDays;
import town.nagar.engine.weather.WeatherHours;

/**
 * One run of a town after another, hour by hour, in arrays of its own; a step allocates nothing.
 *
 * <p>Order of an hour: who leaves chooses and who returns sets out; roads load and tell times and
 * emissions; the wind carries them; tanks fill and are drawn from; shops sell. At the last hour of
 * a day fields grow, mandis clear, and citizens take stock.
 */
final class TownRun implements TownModel {
    static final int HOURS_A_DAY = 24;
    private static final int PLACE = 0;
    private static final double TIRING_C = 35;
    private static final double LOST_A_DEGREE = 0.01;

    final Scene scene;
    final WeatherDays days;
    final WeatherHours hours;
    final Inputs inputs = new Inputs();
    final Morning morning;
    final Streets streets;
    final Sky sky;
    final Pipes pipes;
    final Fields fields;
    final Shops shops;
    final Citizenry citizens;
    final Tally tally;

    private final TownWatch watch;
    private Chance chance = Chance.of(0, 0);

    TownRun(Scene scene, TownWatch watch) {
        this.scene = scene;
        this.watch = watch;
        days = WeatherDays.from(scene.firstDay, scene.days);
        hours = WeatherHours.of(days);
        morning = new Morning(scene);
        streets = new Streets(scene);
        sky = new Sky(scene);
        pipes = new Pipes(scene);
        fields = new Fields(scene);
        shops = new Shops(scene);
        citizens = new Citizenry(scene);
        tally = new Tally(scene);
    }

    @Override
    public void run(Chance chance, double[] values, double[] outputs) {
        begin(chance, values);
        for (int hour = 0; hour < scene.days * HOURS_A_DAY; hour++) {
            step(hour);
        }
        tell(outputs);
    }

    /** Puts everything back to midnight of the first day. */
    void begin(Chance ofRun, double[] values) {
        chance = ofRun;
        inputs.take(values);
        scene.weather.draw(chance, PLACE, scene.weatherShift, days, hours);
        tally.reset();
        morning.reset();
        streets.reset();
        sky.reset();
        pipes.reset();
        fields.reset();
        shops.reset();
        citizens.reset(inputs);
    }

    /** Lets an hour pass. */
    void step(int hour) {
        int day = hour / HOURS_A_DAY;
        int hourOfDay = hour % HOURS_A_DAY;
        if (hourOfDay == 0) {
            dawn(day);
        }
        setOut(hour);
        sky.begin(hourOfDay, inputs);
        boolean raining = hours.rainMillimetres(hour) > 0;
        streets.flow(hourOfDay, inputs, raining ? 0 : 1, sky.gramsPerSecond);
        citizens.arrive(hourOfDay, streets, watch, hour);
        sky.blow(hour, hours);
        double celsius = hours.temperatureC(hour);
        pipes.hour(hourOfDay, celsius, inputs.water, citizens.crowd, citizens.residents);
        tally.hour(hourOfDay, streets, sky);
        if (hourOfDay == HOURS_A_DAY - 1) {
            dusk(day);
        }
        watch.hourEnded(hour, this);
    }

    void dawn(int day) {
        morning.dawn(day, chance, inputs, days);
        sky.dawn(day, chance, inputs, morning.isWet());
        shops.dawn(day, chance);
        if (scene.ruleHolds(day)) {
            citizens.conduct.decide(day, chance, inputs);
        }
    }

    /** Lets all who travel or trade in an hour do so. */
    void setOut(int hour) {
        int hourOfDay = hour % HOURS_A_DAY;
        streets.clear();
        citizens.leave(hour / HOURS_A_DAY, hourOfDay, chance, morning, sky, streets);
        citizens.comeBack(hourOfDay, sky, streets);
        shops.hour(hour, hourOfDay, citizens.crowd);
        sendVans();
    }

    private void sendVans() {
        int depot = scene.shops.depot;
        for (int zone = 0; zone < shops.vansTo.length; zone++) {
            if (shops.vansTo[zone] > 0) {
                double vans = shops.vansTo[zone] * scene.agents.peopleAnAgent;
                streets.addVans(scene.traffic.pair(depot, zone), vans);
            }
        }
    }

    void dusk(int day) {
        fields.day(day, chance, days);
        double prices = fields.yards.priceIndex();
        tally.dusk(sky, prices);
        pipes.dusk();
        double riderKm = citizens.journeys.busKmToday() * scene.agents.peopleAnAgent;
        morning.learn(riderKm);
        double heat = 1 - LOST_A_DEGREE * Math.max(0, days.maximumC(day) - TIRING_C);
        citizens.dusk(day, heat, prices, sky, pipes);
        sky.dusk();
    }

    /** Writes what the run found, one slot a {@link Measure}. */
    void tell(double[] out) {
        new Findings(this).write(out);
    }

    /** The state before an hour as bytes, from which a run goes on with the same bits. */
    byte[] save(int nextHour) {
        return new TownState(this).save(nextHour);
    }

    /**
     * Puts a saved state into a run that {@link #begin} has prepared with the same chance and
     * values.
     *
     * @return the hour to go on with
     * @throws IllegalArgumentException if the bytes are of another town or format
     */
    int restore(byte[] saved) {
        int hour = new TownState(this).restore(saved);
        citizens.resume();
        return hour;
    }
}
