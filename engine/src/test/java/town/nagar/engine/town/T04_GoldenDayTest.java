package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import town.nagar.engine.people.Mode;
import town.nagar.engine.random.Chance;

/**
 * A small town's day, event by event, against a file that is reviewed like code.
 *
 * <p>To make the file anew after a change of the model, run this test alone with the environment's
 * {@code NAGAR_GOLDEN_DAY} naming it: {@code
 * NAGAR_GOLDEN_DAY=$PWD/engine/src/test/resources/town/nagar/engine/town/golden-day.txt mvn test
 * -pl engine -am -Dtest=T04_GoldenDayTest -Dsurefire.failIfNoSpecifiedTests=false}; then read what
 * changed in it.
 */
class T04_GoldenDayTest {
    private static final String FILE = "golden-day.txt";
    private static final List<Mode> ROAD_MODES =
            List.of(Mode.BUS, Mode.AUTO_RICKSHAW, Mode.TWO_WHEELER, Mode.CAR);

    /** Writes down trips, and the town's state after each hour. */
    private static final class Diary implements TownWatch {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void trip(int hour, int citizen, int from, int to, int mode, double minutes) {
            lines.add(
                    "%02d citizen %d %s from %d to %d %.3f min"
                            .formatted(
                                    hour,
                                    citizen,
                                    Mode.values()[mode].name().toLowerCase(Locale.ROOT),
                                    from,
                                    to,
                                    minutes));
        }

        @Override
        public void hourEnded(int hour, TownRun run) {
            for (int zone = 0; zone < run.sky.pm25.length; zone++) {
                lines.add(
                        "%02d zone %d pm25 %.6f crowd %d"
                                .formatted(
                                        hour, zone, run.sky.pm25[zone], run.citizens.crowd[zone]));
            }
            lines.add(
                    "%02d roads %.6f pcu-km %.6f g exhaust"
                            .formatted(hour, run.streets.pcuKm, run.streets.exhaustGrams));
            lines.add(
                    "%02d water stored %.6f used %.6f leaked %.6f m3"
                            .formatted(
                                    hour,
                                    run.pipes.storedM3(),
                                    run.pipes.usedM3(),
                                    run.pipes.leakedM3()));
            if (hour % 24 == 23) {
                expectations(hour, run);
                for (int good = 0; good < run.scene.fields.goods; good++) {
                    lines.add(
                            "%02d price %d %.4f"
                                    .formatted(
                                            hour,
                                            good,
                                            run.fields.yards.price(
                                                    run.fields.yards.slot(good, 0))));
                }
            }
        }

        /** What citizens learnt today of roads that were not as on a typical day. */
        private void expectations(int hour, TownRun run) {
            for (int citizen = 0; citizen < run.scene.agents.citizens; citizen++) {
                for (Mode mode : ROAD_MODES) {
                    float slowness = run.citizens.expectations.slowness(citizen, mode.ordinal());
                    if (slowness != 1) {
                        lines.add(
                                "%02d citizen %d expects %.6f of a typical day's minutes by %s"
                                        .formatted(
                                                hour,
                                                citizen,
                                                slowness,
                                                mode.name().toLowerCase(Locale.ROOT)));
                    }
                }
            }
        }
    }

    @Test
    void theDayIsTheOneOfTheFile() throws IOException {
        var diary = new Diary();
        var run = SmallTown.with(diary);
        run.begin(Chance.of(2026, 0), new double[0]);
        for (int hour = 0; hour < 24; hour++) {
            run.step(hour);
        }
        String anew = System.getenv("NAGAR_GOLDEN_DAY");
        if (anew != null) {
            Files.write(Path.of(anew), diary.lines);
        }
        assumeThat(anew).as("the file was made anew").isNull();
        try (var file = T04_GoldenDayTest.class.getResourceAsStream(FILE)) {
            assertThat(file).as("the file " + FILE).isNotNull();
            if (file != null) {
                String golden = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(diary.lines).containsExactlyElementsOf(golden.lines().toList());
            }
        }
    }
}
