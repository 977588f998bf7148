package town.nagar.forecast.serving;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.forecast.series.Step;

/** A quantity that is forecast at each place of a kind. */
public enum Measure {
    /** Vehicles that pass in a counting interval, mean of the hour. */
    VEHICLE_COUNT(Domain.TRAFFIC, "vehicle_count", "vehicles", Rhythm.HOUR, 24),
    AVERAGE_SPEED(Domain.TRAFFIC, "average_speed", "km/h", Rhythm.HOUR, 24),
    CONGESTION_LEVEL(Domain.TRAFFIC, "congestion_level", "0-100", Rhythm.HOUR, 24),
    PM25(Domain.POLLUTION, "pm25", "\u00b5g/m\u00b3", Rhythm.HOUR, 48),
    PM10(Domain.POLLUTION, "pm10", "\u00b5g/m\u00b3", Rhythm.HOUR, 48),
    /** The running National AQI of the hour. */
    AQI(Domain.POLLUTION, "aqi", "index", Rhythm.HOUR, 48),
    /** What all meters of a zone counted in the hour. */
    CONSUMPTION(Domain.WATER, "consumption_liters", "l", Rhythm.HOUR, 168),
    /** Of one commodity at one mandi, such as {@code M001:wheat}. */
    MODAL_PRICE(Domain.MARKET, "modal_price", "INR/quintal", Rhythm.DAY, 30),
    YIELD(Domain.AGRICULTURE, "yield_kg_per_ha", "kg/ha", Rhythm.YEAR, 1);

    /** How often there is a value, and how long one counts as new. */
    enum Rhythm {
        HOUR(Step.ofMinutes(60), 35 * 24, 6, 14 * 24),
        DAY(Step.ofMinutes(24 * 60), 200, 7, 15),
        YEAR(Step.ofMonths(12), 30, 3, 4);

        @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
        private final Step step;

        private final int memory;
        private final int fresh;
        private final int needed;

        Rhythm(Step step, int memory, int fresh, int needed) {
            this.step = step;
            this.memory = memory;
            this.fresh = fresh;
            this.needed = needed;
        }
    }

    private final Domain domain;
    private final String quantity;
    private final String unit;
    private final Rhythm rhythm;
    private final int horizon;

    Measure(Domain domain, String quantity, String unit, Rhythm rhythm, int horizon) {
        this.domain = domain;
        this.quantity = quantity;
        this.unit = unit;
        this.rhythm = rhythm;
        this.horizon = horizon;
    }

    public Domain domain() {
        return domain;
    }

    /** The quantity's name in answers and in the Data API. */
    public String quantity() {
        return quantity;
    }

    public String unit() {
        return unit;
    }

    public Step step() {
        return rhythm.step;
    }

    /** Most steps ahead that are asked for. */
    public int horizon() {
        return horizon;
    }

    /** The name of its model, such as {@code traffic.vehicle_count}. */
    public String model() {
        return domain.word() + "." + quantity;
    }

    /** The measure of a model's name, or of a quantity's. */
    public static Optional<Measure> find(String name) {
        return Arrays.stream(values())
                .filter(each -> each.model().equals(name) || each.quantity.equals(name))
                .findFirst();
    }

    /** Whether its truth is stored once it is known; harvests are not. */
    public boolean isMeasured() {
        return this != YIELD;
    }

    /** Steps of history that forecasts are built on. */
    int memory() {
        return rhythm.memory;
    }

    /** Steps after which the newest value is too old to build on. */
    int fresh() {
        return rhythm.fresh;
    }

    /** Steps of history with at least half the values, below which only a baseline speaks. */
    int needed() {
        return rhythm.needed;
    }

    /** The first time forecast at a moment: the step in progress; of days the next one. */
    LocalDateTime origin(LocalDateTime now) {
        return rhythm == Rhythm.DAY ? complete(now).plusDays(1) : complete(now);
    }

    /** The start of the step in progress: what came before it can be known in full. */
    public LocalDateTime complete(LocalDateTime now) {
        return switch (rhythm) {
            case HOUR -> now.truncatedTo(ChronoUnit.HOURS);
            case DAY -> now.truncatedTo(ChronoUnit.DAYS);
            case YEAR -> now.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        };
    }
}
