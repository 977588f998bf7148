package town.nagar.engine.town;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.engine.people.Mode;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;
import town.nagar.engine.uncertainty.TownModel;
import town.nagar.engine.weather.WeatherDays;
import town.nagar.engine.weather.WeatherHours;
import town.nagar.norms.air.Pollutant;
import town.nagar.norms.air.SubIndex;

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
    private static final int WORD = 0x4E414754;
    private static final int FORMAT = 1;
    private static final double USUAL_GOING = 0.93;
    private static final double GOING_DEVIATION = 0.02;
    private static final double LEARNING = 0.2;
    private static final double CROWDED_PENALTY = 1.5;
    private static final double HOT_C = 40;
    private static final double TIRING_C = 35;
    private static final double LOST_A_DEGREE = 0.01;
    private static final int LAST_GOOD_INDEX = 100;
    static final int DAY_FROM = 8;
    static final int DAY_UNTIL = 20;

    /** Utility that a wet day and a hot one add to each mode; assumptions. */
    private static final double[] WET = {-0.3, -0.8, 0, 0.2, -0.5, 0.2};

    private static final double[] HOT = {-0.4, -0.4, 0, 0.1, -0.2, 0.2};

    static final int PCU_KM = 0;
    static final int CONGESTED = 1;
    static final int PEAK_PCU_KM = 2;
    static final int PEAK_CONGESTED = 3;
    static final int BUS_KM = 4;
    static final int FREIGHT_KM = 5;
    static final int EXHAUST = 6;
    static final int DUST = 7;
    static final int PM25_DAY = 8;
    static final int PM25_NIGHT = 9;
    static final int AQI = 10;
    static final int GOOD_DAYS = 11;
    static final int FOOD = 12;
    private static final int LEARNT = 13;
    private static final int BUS_LOAD = 14;
    private static final int SUMS = 15;

    final Scene scene;
    final WeatherDays days;
    final WeatherHours hours;
    final Inputs inputs = new Inputs();
    final Streets streets;
    final Sky sky;
    final Pipes pipes;
    final Fields fields;
    final Shops shops;
    final Citizenry citizens;

    private final TownWatch watch;
    private final double[] sums = new double[SUMS];
    private final float[] today = new float[Mode.COUNT];
    private final double[] residentShare;
    private final double busRoutesPassengers;
    private float going;
    private boolean wet;
    private Chance chance = Chance.of(0, 0);

    TownRun(Scene scene, TownWatch watch) {
        this.scene = scene;
        this.watch = watch;
        days = WeatherDays.from(scene.firstDay, scene.days);
        hours = WeatherHours.of(days);
        streets = new Streets(scene);
        sky = new Sky(scene);
        pipes = new Pipes(scene);
        fields = new Fields(scene);
        shops = new Shops(scene);
        citizens = new Citizenry(scene);
        double all = scene.plan.residents();
        residentShare =
                scene.plan.zones().stream().mapToDouble(zone -> zone.residents() / all).toArray();
        busRoutesPassengers = busPassengerKm();
    }

    /** Passenger km that the buses of a day have seats for. */
    private double busPassengerKm() {
        double km = 0;
        for (int hour = 0; hour < HOURS_A_DAY; hour++) {
            for (int road : scene.usedRoads) {
                km += scene.traffic.roads.buses[hour][road] * scene.traffic.roads.km[road];
            }
        }
        double seats =
                scene.traffic.travel.busesRun()
                        ? scene.traffic.travel.busSeatsPerHour / scene.traffic.travel.busesPerHour
                        : 0;
        return km * seats;
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
        Arrays.fill(sums, 0);
        sums[LEARNT] = 1;
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
        streets.clear();
        boolean raining = hours.rainMillimetres(hour) > 0;
        citizens.leave(day, hourOfDay, chance, going, today, scene.ruleHolds(day), sky, streets);
        citizens.comeBack(hourOfDay, sky, streets);
        shops.hour(hour, hourOfDay, citizens.crowd);
        sendVans();
        sky.begin(hourOfDay, inputs);
        streets.flow(hourOfDay, inputs, raining ? 0 : 1, sky.gramsPerSecond);
        citizens.arrive(hourOfDay, streets, watch, hour);
        sky.blow(hour, hours);
        pipes.hour(
                hourOfDay,
                hours.temperatureC(hour),
                inputs.water,
                citizens.crowd,
                citizens.residents);
        tally(hourOfDay);
        if (hourOfDay == HOURS_A_DAY - 1) {
            dusk(day);
        }
        watch.hourEnded(hour, this);
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

    private void dawn(int day) {
        findDay(day);
        sky.dawn(day, chance, inputs, wet);
        shops.dawn(day, chance);
        if (scene.ruleHolds(day)) {
            citizens.decideConduct(day, chance, inputs);
        }
    }

    /** What the day's weather, yesterday's roads and buses do to going out and to modes. */
    private void findDay(int day) {
        wet = days.wet(day);
        double luck = Quantiles.normal(chance.uniform(0, day, Draws.DEMAND), 0, GOING_DEVIATION);
        double share =
                (USUAL_GOING + luck)
                        * inputs.travel
                        * scene.policy.outlook().travelFactor()
                        * (scene.sunday[day] ? scene.plan.population().sundayShare() : 1);
        going = (float) Math.clamp(share, 0, 1);
        boolean hot = days.maximumC(day) > HOT_C;
        Travel travel = scene.traffic.travel;
        double slower = (sums[LEARNT] - 1) * scene.usualRoadMinutes;
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            double added = (wet ? WET[mode] : 0) + (hot ? HOT[mode] : 0);
            added += travel.perMinute * inputs.timeValue * travel.roadTimeFactor(mode) * slower;
            if (mode == Mode.BUS.ordinal()) {
                added -= CROWDED_PENALTY * Math.max(0, sums[BUS_LOAD] - 1);
            }
            today[mode] = (float) StrictMath.exp(added);
        }
    }

    private void tally(int hourOfDay) {
        sums[PCU_KM] += streets.pcuKm;
        sums[CONGESTED] += streets.congestedPcuKm;
        boolean morning = hourOfDay >= 8 && hourOfDay < 11;
        boolean evening = hourOfDay >= 17 && hourOfDay < 20;
        boolean peak = morning || evening;
        sums[PEAK_PCU_KM] += peak ? streets.pcuKm : 0;
        sums[PEAK_CONGESTED] += peak ? streets.congestedPcuKm : 0;
        sums[BUS_KM] += streets.busKm;
        sums[FREIGHT_KM] += streets.freightKm;
        sums[EXHAUST] += streets.exhaustGrams;
        sums[DUST] += streets.dustGrams;
        double mean = 0;
        for (int zone = 0; zone < residentShare.length; zone++) {
            mean += residentShare[zone] * sky.pm25[zone];
        }
        boolean light = hourOfDay >= DAY_FROM && hourOfDay < DAY_UNTIL;
        sums[light ? PM25_DAY : PM25_NIGHT] += mean;
    }

    private void dusk(int day) {
        double index = 0;
        for (int zone = 0; zone < residentShare.length; zone++) {
            index +=
                    residentShare[zone]
                            * SubIndex.indexOf(Pollutant.PM25, Math.max(0, sky.dayMean(zone)));
        }
        sums[AQI] += index;
        sums[GOOD_DAYS] += index <= LAST_GOOD_INDEX ? 1 : 0;
        fields.day(day, chance, days);
        double prices = fields.priceIndex();
        sums[FOOD] += prices;
        pipes.dusk();
        double heat = 1 - LOST_A_DEGREE * Math.max(0, days.maximumC(day) - TIRING_C);
        double seats = busRoutesPassengers;
        double riders = citizens.busKmToday() * scene.agents.peopleAnAgent;
        sums[BUS_LOAD] += LEARNING * ((seats > 0 ? riders / seats : 0) - sums[BUS_LOAD]);
        sums[LEARNT] += LEARNING * (streets.slowness() - sums[LEARNT]);
        citizens.dusk(heat, prices, sky, pipes);
        sky.dusk();
    }

    /** Writes what the run found, one slot a {@link Measure}. */
    void tell(double[] out) {
        new Findings(this, sums).write(out);
    }

    /** The state before an hour as bytes, from which a run goes on with the same bits. */
    byte[] save(int nextHour) {
        List<double[]> doubles = doubles();
        int size = 4 * Integer.BYTES + Float.BYTES + 1;
        for (double[] array : doubles) {
            size += array.length * Double.BYTES;
        }
        for (byte[] array : citizens.choices()) {
            size += array.length;
        }
        size += (shops.luck().length + today.length) * Float.BYTES;
        var out = ByteBuffer.allocate(size);
        out.putInt(WORD).putInt(FORMAT).putInt(nextHour).putInt(scene.agents.citizens);
        out.putFloat(going).put((byte) (wet ? 1 : 0));
        for (double[] array : doubles) {
            for (double value : array) {
                out.putDouble(value);
            }
        }
        for (byte[] array : citizens.choices()) {
            out.put(array);
        }
        for (float value : shops.luck()) {
            out.putFloat(value);
        }
        for (float value : today) {
            out.putFloat(value);
        }
        return out.array();
    }

    /**
     * Puts a saved state into a run that {@link #begin} has prepared with the same chance and
     * values.
     *
     * @return the hour to go on with
     * @throws IllegalArgumentException if the bytes are of another town or format
     */
    int restore(byte[] saved) {
        int size = save(0).length;
        var in = ByteBuffer.wrap(saved);
        if (saved.length != size || in.getInt() != WORD || in.getInt() != FORMAT) {
            throw new IllegalArgumentException(
                    "%d bytes are no state of this town; allowed are the %d of format %d"
                            .formatted(saved.length, size, FORMAT));
        }
        int hour = in.getInt();
        int people = in.getInt();
        if (people != scene.agents.citizens) {
            throw new IllegalArgumentException(
                    "a state of %d citizens; allowed are %d"
                            .formatted(people, scene.agents.citizens));
        }
        going = in.getFloat();
        wet = in.get() == 1;
        for (double[] array : doubles()) {
            for (int slot = 0; slot < array.length; slot++) {
                array[slot] = in.getDouble();
            }
        }
        for (byte[] array : citizens.choices()) {
            in.get(array);
        }
        for (int slot = 0; slot < shops.luck().length; slot++) {
            shops.luck()[slot] = in.getFloat();
        }
        for (int slot = 0; slot < today.length; slot++) {
            today[slot] = in.getFloat();
        }
        citizens.count();
        return hour;
    }

    private List<double[]> doubles() {
        List<double[]> all = new ArrayList<>();
        all.add(sums);
        all.add(streets.state());
        all.addAll(List.of(sky.state()));
        all.addAll(List.of(pipes.state()));
        all.addAll(List.of(fields.state()));
        all.addAll(List.of(shops.state()));
        all.addAll(List.of(citizens.state()));
        return all;
    }
}
