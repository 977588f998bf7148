package town.nagar.engine.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.engine.cases.Answer;
import town.nagar.engine.cases.CaseKind;
import town.nagar.engine.cases.CaseObject;

/** The kinds of case of {@link DispersionCommand}. */
enum DispersionCase implements CaseKind {
    POINT("Q_g_s|Q") {
        @Override
        double gramsPerM3(CaseObject question, Air air, double height, double[] at) {
            double emission = question.number("Q_g_s|Q", 0, MOST);
            return Plume.gramsPerM3(air, emission, height, at[0], at[1], at[2]);
        }

        @Override
        void expect(CaseObject question, Air air, Answer answer, double[] row, double value) {
            if (row.length == KM_COLUMNS && question.has("expect")) {
                double x = row[0] * METRES_PER_KM;
                answer.expect("sigma_y_m", air.sigmaYMetres(x, 0), row[1])
                        .expect("sigma_z_m", air.sigmaZMetres(x, 0), row[2]);
            }
            answer.expect("C_g_m3", value, row[row.length - 1]);
        }
    },

    ROAD("q_g_m_s") {
        @Override
        double gramsPerM3(CaseObject question, Air air, double height, double[] at) {
            double emission = question.number("q_g_m_s", 0, MOST);
            return LineSource.infiniteGramsPerM3(
                    air, emission, height, zone(question, air), at[0], at[2]);
        }

        @Override
        double finiteGramsPerM3(CaseObject question, Air air, double height, double[] at) {
            double half = question.number("Lh|half_length_m", 0, MOST, Double.POSITIVE_INFINITY);
            double emission = question.number("q_g_m_s", 0, MOST);
            return LineSource.finiteGramsPerM3(
                    air, emission, height, zone(question, air), half, at[0], at[1], at[2]);
        }

        @Override
        Optional<Double> expectedFinite(double[] row) {
            return row.length > 2 ? Optional.of(row[2]) : Optional.empty();
        }

        @Override
        void expect(CaseObject question, Air air, Answer answer, double[] row, double value) {
            answer.expect("Cinf_ug_m3", value * MICROGRAMS, row[1]);
        }
    },

    AREA("q_g_m2_s") {
        @Override
        double gramsPerM3(CaseObject question, Air air, double height, double[] at) {
            return AreaSource.gramsPerM3(
                    air,
                    question.number("q_g_m2_s", 0, MOST),
                    height,
                    question.number("initial_sigma_z_m", 1e-3, MOST, 2),
                    question.number("side_m", 1e-3, MOST),
                    at[0],
                    at[1],
                    at[2]);
        }
    },

    PUFF("mass_g") {
        @Override
        double gramsPerM3(CaseObject question, Air air, double height, double[] at) {
            double seconds = question.number("seconds", 1e-3, MOST);
            var puffs = new Puffs(1);
            puffs.release(0, 0, height, question.number("mass_g", 0, MOST), 0);
            puffs.drift(air.windMetresPerSecond(), 0, seconds);
            return puffs.gramsPerM3(air, at[0], at[1], at[2]);
        }
    };

    private static final double MOST = 1e12;
    private static final double METRES_PER_KM = 1000;
    private static final double MICROGRAMS = 1e6;
    private static final int KM_COLUMNS = 4;
    private static final Pattern CLASS =
            Pattern.compile(
                    "(?:.*?(PG|Pasquill[ _-]?Gifford|Briggs[ _]rural|Briggs[ _]urban)[ _])?([A-F])",
                    Pattern.CASE_INSENSITIVE);

    private final String marks;

    DispersionCase(String marks) {
        this.marks = marks;
    }

    @Override
    public List<String> marks() {
        return List.of(marks.split("\\|", -1));
    }

    /** Concentration at x, y, z. */
    abstract double gramsPerM3(CaseObject question, Air air, double height, double[] at);

    /** Concentration of a road with ends; the same as the other of what has none. */
    double finiteGramsPerM3(CaseObject question, Air air, double height, double[] at) {
        return gramsPerM3(question, air, height, at);
    }

    Optional<Double> expectedFinite(double[] row) {
        return Optional.empty();
    }

    void expect(CaseObject question, Air air, Answer answer, double[] row, double value) {
        answer.expect("C_g_m3", value, row[row.length - 1]);
    }

    @Override
    public Answer solve(CaseObject question) {
        question.ignore("from|columns|sigma_y|sigma_z");
        Air air = air(question);
        double height = question.number("H|height_m", 0, 5000, 0);
        var answer = new Answer();
        var rows = new ArrayList<double[]>();
        for (double[] at : receptors(question)) {
            rows.add(row(question, air, height, at));
        }
        compare(question, air, answer, rows);
        question.refuseUnknown();
        answer.text("curves", air.curves().name().toLowerCase(Locale.ROOT))
                .text("class", air.stability().name());
        return answer.table("receptors", columns(), rows);
    }

    private List<String> columns() {
        var columns =
                new ArrayList<>(List.of("x_m", "y_m", "z_m", "sigma_y_m", "sigma_z_m", "C_g_m3"));
        if (this == ROAD) {
            columns.addAll(List.of("Cinf_ug_m3", "Cfin_ug_m3"));
        }
        return columns;
    }

    private double[] row(CaseObject question, Air air, double height, double[] at) {
        double endless = gramsPerM3(question, air, height, at);
        double finite = finiteGramsPerM3(question, air, height, at);
        boolean downwind = at[0] > 0;
        double[] row = {
            at[0],
            at[1],
            at[2],
            downwind ? air.sigmaYMetres(at[0], 0) : 0,
            downwind ? air.sigmaZMetres(at[0], 0) : 0,
            finite,
            endless * MICROGRAMS,
            finite * MICROGRAMS
        };
        return Arrays.copyOf(row, columns().size());
    }

    private void compare(CaseObject question, Air air, Answer answer, List<double[]> rows) {
        List<double[]> expected = expectations(question);
        for (int n = 0; n < expected.size(); n++) {
            double[] row = expected.get(n);
            double[] at = {rows.get(n)[0], rows.get(n)[1], rows.get(n)[2]};
            double height = question.number("H|height_m", 0, 5000, 0);
            expect(question, air, answer, row, gramsPerM3(question, air, height, at));
            double finite = finiteGramsPerM3(question, air, height, at);
            expectedFinite(row).ifPresent(e -> answer.expect("Cfin_ug_m3", finite * MICROGRAMS, e));
        }
    }

    private static List<double[]> receptors(CaseObject question) {
        double height = question.number("receptor_z", 0, 5000, 0);
        if (question.has("receptors")) {
            return question.rows("receptors", 1, 3).stream()
                    .map(row ->
                            new double[] {
                                row[0],
                                row.length > 1 ? row[1] : 0,
                                row.length > 2 ? row[2] : height
                            })
                    .toList();
        }
        List<double[]> expected = expectations(question);
        if (expected.isEmpty()) {
            throw question.wrong("receptors is missing");
        }
        boolean places = question.has("expect_x_y_z_C_g_m3");
        double scale = question.has("expect") ? METRES_PER_KM : 1;
        return expected.stream()
                .map(row ->
                        places ? Arrays.copyOf(row, 3) : new double[] {row[0] * scale, 0, height})
                .toList();
    }

    private static List<double[]> expectations(CaseObject question) {
        if (question.has("expect")) {
            return question.rows("expect", KM_COLUMNS, KM_COLUMNS);
        }
        if (question.has("expect_x_y_z_C_g_m3")) {
            return question.rows("expect_x_y_z_C_g_m3", 4, 4);
        }
        return question.has("expect_x_Cinf_Cfin_ug_m3")
                ? question.rows("expect_x_Cinf_Cfin_ug_m3", 2, 3)
                : List.of();
    }

    private static Air air(CaseObject question) {
        String told = question.findText("class").orElse(question.name());
        Matcher match = CLASS.matcher(told);
        if (!match.matches()) {
            throw question.wrong(
                    "class is '%s'; allowed are A to F, alone or after PG, Briggs rural or Briggs urban"
                            .formatted(told));
        }
        SigmaCurves curves =
                question.has("curves")
                        ? question.choice("curves", SigmaCurves.class)
                        : curves(Optional.ofNullable(match.group(1)));
        return new Air(
                question.number("u|wind_m_s", 1e-3, Ranges.STRONGEST_WIND),
                Stability.valueOf(match.group(2).toUpperCase(Locale.ROOT)),
                curves,
                question.number("mixing_height_m", 1, 1e5, Double.POSITIVE_INFINITY));
    }

    private static SigmaCurves curves(Optional<String> told) {
        String word = told.orElse("PG").toLowerCase(Locale.ROOT);
        if (word.endsWith("urban")) {
            return SigmaCurves.BRIGGS_URBAN;
        }
        return word.endsWith("rural") ? SigmaCurves.BRIGGS_RURAL : SigmaCurves.PASQUILL_GIFFORD;
    }

    private static double zone(CaseObject question, Air air) {
        return question.has("road_width_m")
                ? LineSource.mixingZoneMetres(
                        question.number("road_width_m", 1, 200), air.windMetresPerSecond())
                : 0;
    }
}
