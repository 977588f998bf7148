package town.nagar.sample.sensing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.sensing.Happening.Kind;

/** Lists what the simulator makes happen, from the same draws as the readings. */
final class Happenings {
    private final TownFolder town;
    private final SensorModels models;
    private final List<SimulatedSensor> sensors;
    private final ZoneId zone;
    private final FireworkNights fireworks;

    Happenings(
            TownFolder town,
            SensorModels models,
            List<SimulatedSensor> sensors,
            ZoneId zone,
            FireworkNights fireworks) {
        this.town = town;
        this.models = models;
        this.sensors = List.copyOf(sensors);
        this.zone = zone;
        this.fireworks = fireworks;
    }

    List<Happening> begunBetween(Instant after, Instant until) {
        TownTime first = TownTime.at(after, zone);
        TownTime last = TownTime.at(until, zone);
        List<Happening> all = new ArrayList<>();
        for (long day = first.day(); day <= last.day(); day++) {
            addDay(day, all);
        }
        for (long week = Leaks.weekOf(first.hours()); week <= Leaks.weekOf(last.hours()); week++) {
            addLeaks(week, all);
        }
        return all.stream()
                .filter(each -> each.from().isAfter(after) && !each.from().isAfter(until))
                .sorted(Comparator.comparing(Happening::from).thenComparing(Happening::entityId))
                .toList();
    }

    private void addDay(long day, List<Happening> all) {
        models.watchedRoads()
                .forEach((road, number) ->
                        models.incidents()
                                .find(number, day)
                                .ifPresent(incident ->
                                        all.add(
                                                happening(
                                                        Kind.INCIDENT,
                                                        road,
                                                        incident.fromHours(),
                                                        incident.toHours(),
                                                        incident.severity()))));
        for (SimulatedSensor sensor : sensors) {
            sensor.findFault(day)
                    .ifPresent(fault ->
                            all.add(
                                    happening(
                                            fault.kind(),
                                            sensor.sensor().id(),
                                            fault.fromHours(),
                                            fault.untilHours(),
                                            fault.size())));
        }
        addNight(day, all);
    }

    private void addNight(long day, List<Happening> all) {
        double dusk = day * 24.0 + 18;
        TownTime evening = TownTime.at(instant(dusk), zone);
        if (models.weather().isInverted(day, evening)) {
            all.add(happening(Kind.INVERSION_NIGHT, town.info().id(), dusk, dusk + 16, 0));
        }
        if (fireworks.hold(evening.date())) {
            all.add(happening(Kind.FIREWORKS, town.info().id(), dusk, dusk + 18, 0));
        }
    }

    private void addLeaks(long week, List<Happening> all) {
        models.wardNumbers()
                .forEach((ward, number) ->
                        models.leaks()
                                .find(number, week)
                                .ifPresent(leak ->
                                        all.add(
                                                happening(
                                                        Kind.LEAK,
                                                        ward,
                                                        leak.fromHours(),
                                                        leak.toHours(),
                                                        leak.fullLitresPerSecond()))));
    }

    private Happening happening(
            Kind kind, String entity, double fromHours, double untilHours, double size) {
        return new Happening(
                kind, entity, instant(fromHours), instant(untilHours), Measured.round(size, 3));
    }

    private Instant instant(double hours) {
        long second = Math.round(hours * 3_600);
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).atZone(zone).toInstant();
    }
}
