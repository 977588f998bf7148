package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Options;
import town.nagar.engine.water.network.Options.DemandModel;
import town.nagar.engine.water.network.Options.HeadLossFormula;

/** Reads [OPTIONS]; defaults are those of EPANET 2.2. */
final class OptionsReader {
    /** Of water at 20 degrees Celsius, in square feet a second, as EPANET takes it. */
    private static final double WATER_SQUARE_FEET_PER_SECOND = 1.1e-5;

    /** Above this the option is a multiple of water's viscosity, below the viscosity itself. */
    private static final double SMALLEST_VISCOSITY_RATIO = 1e-3;

    private static final Set<String> WITHOUT_BEARING =
            Set.of("QUALITY", "DIFFUSIVITY", "TOLERANCE", "MAP", "VERIFY", "SEGMENTS");

    private final List<String> notes = new ArrayList<>();
    private FileUnits.Flow flow = FileUnits.Flow.GPM;
    private Optional<FileUnits.Pressure> pressure = Optional.empty();
    private HeadLossFormula formula = HeadLossFormula.HAZEN_WILLIAMS;
    private double viscosity = 1;
    private double specificGravity = 1;
    private int trials = 200;
    private double accuracy = 0.001;
    private double headError;
    private double flowChange;
    private int extraTrials = -1;
    private int checkFrequency = 2;
    private int maxCheck = 10;
    private double dampLimit;
    private boolean pressureDriven;
    private double minimumPressure;
    private double requiredPressure = 0.1;
    private double pressureExponent = 0.5;
    private double demandMultiplier = 1;
    private double emitterExponent = 0.5;
    private boolean emitterBackflow = true;
    private String defaultPattern = "1";

    static OptionsReader read(List<InpLine> lines) {
        OptionsReader reader = new OptionsReader();
        lines.forEach(reader::take);
        reader.requirePressures(lines);
        return reader;
    }

    private void requirePressures(List<InpLine> lines) {
        if (pressureDriven && !(requiredPressure > minimumPressure)) {
            InpLine last =
                    lines.stream()
                            .filter(line -> line.says(1, "PRESSURE") || line.says(1, "MODEL"))
                            .reduce(lines.getFirst(), (_, line) -> line);
            throw last.refusal(
                    "REQUIRED PRESSURE %s: more than MINIMUM PRESSURE %s is allowed"
                            .formatted(requiredPressure, minimumPressure));
        }
    }

    private void take(InpLine line) {
        switch (line.word(0)) {
            case "UNITS" -> flow = flow(line);
            case "HEADLOSS" -> formula = formula(line);
            case "VISCOSITY" -> viscosity = positive(line, 1);
            case "SPECIFIC" -> specificGravity = positive(line, 2);
            case "TRIALS" -> trials = Math.max(1, line.whole(1, "TRIALS"));
            case "ACCURACY" -> accuracy = Math.clamp(positive(line, 1), 1e-5, 0.1);
            case "HEADERROR" -> headError = line.number(1, "HEADERROR");
            case "FLOWCHANGE" -> flowChange = line.number(1, "FLOWCHANGE");
            case "UNBALANCED" -> extraTrials = extraTrials(line);
            case "PATTERN" -> defaultPattern = line.text(1, "PATTERN");
            case "CHECKFREQ" -> checkFrequency = Math.max(1, line.whole(1, "CHECKFREQ"));
            case "MAXCHECK" -> maxCheck = line.whole(1, "MAXCHECK");
            case "DAMPLIMIT" -> dampLimit = line.number(1, "DAMPLIMIT");
            case "DEMAND", "MINIMUM", "REQUIRED", "PRESSURE", "EMITTER", "BACKFLOW" ->
                    takePressureOption(line);
            default -> takeOther(line);
        }
    }

    private void takePressureOption(InpLine line) {
        switch (line.word(0) + " " + line.word(1)) {
            case "DEMAND MULTIPLIER" -> demandMultiplier = line.number(2, "DEMAND MULTIPLIER");
            case "DEMAND MODEL" -> pressureDriven = pressureDriven(line);
            case "MINIMUM PRESSURE" -> minimumPressure = line.number(2, "MINIMUM PRESSURE");
            case "REQUIRED PRESSURE" -> requiredPressure = line.number(2, "REQUIRED PRESSURE");
            case "PRESSURE EXPONENT" -> pressureExponent = positive(line, 2);
            case "EMITTER EXPONENT" -> emitterExponent = positive(line, 2);
            case "EMITTER BACKFLOW", "BACKFLOW ALLOWED" -> emitterBackflow = yes(line, 2);
            default -> takePressureUnit(line);
        }
    }

    private void takePressureUnit(InpLine line) {
        if (!line.says(0, "PRESSURE")) {
            takeOther(line);
            return;
        }
        int last = line.size() - 1; // PRESSURE KPA or PRESSURE UNITS KPA
        pressure =
                Optional.of(
                        oneOf(line, Math.max(1, last), "PRESSURE", FileUnits.Pressure.values()));
    }

    private void takeOther(InpLine line) {
        if (line.says(0, "HYDRAULICS")) {
            notes.add("line %d: HYDRAULICS files are not used".formatted(line.number()));
        } else if (!WITHOUT_BEARING.contains(line.word(0))) {
            notes.add(
                    "line %d: option %s is not known and was left out"
                            .formatted(line.number(), String.join(" ", line.fields())));
        }
    }

    /** SI stands for litres a second. */
    private static FileUnits.Flow flow(InpLine line) {
        return line.word(1).equals("SI")
                ? FileUnits.Flow.LPS
                : oneOf(line, 1, "UNITS", FileUnits.Flow.values());
    }

    private static <E extends Enum<E>> E oneOf(InpLine line, int index, String name, E[] allowed) {
        String word = line.word(index);
        return Arrays.stream(allowed)
                .filter(e -> e.name().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        line.refusal(
                                "%s \"%s\": one of %s is allowed"
                                        .formatted(name, word, Arrays.toString(allowed))));
    }

    private static HeadLossFormula formula(InpLine line) {
        return switch (line.word(1)) {
            case "H-W" -> HeadLossFormula.HAZEN_WILLIAMS;
            case "D-W" -> HeadLossFormula.DARCY_WEISBACH;
            case "C-M" -> HeadLossFormula.CHEZY_MANNING;
            default ->
                    throw line.refusal(
                            "HEADLOSS \"%s\": H-W, D-W or C-M is allowed".formatted(line.word(1)));
        };
    }

    private static double positive(InpLine line, int index) {
        double value = line.number(index, line.word(0));
        if (!(value > 0)) {
            throw line.refusal(
                    "%s %s: more than 0 is allowed".formatted(line.word(0), line.word(index)));
        }
        return value;
    }

    private static int extraTrials(InpLine line) {
        return switch (line.word(1)) {
            case "STOP" -> -1;
            case "CONTINUE" -> line.size() > 2 ? line.whole(2, "UNBALANCED CONTINUE") : 0;
            default ->
                    throw line.refusal(
                            "UNBALANCED \"%s\": STOP or CONTINUE n is allowed"
                                    .formatted(line.word(1)));
        };
    }

    private static boolean pressureDriven(InpLine line) {
        return switch (line.word(2)) {
            case "DDA" -> false;
            case "PDA" -> true;
            default ->
                    throw line.refusal(
                            "DEMAND MODEL \"%s\": DDA or PDA is allowed".formatted(line.word(2)));
        };
    }

    private static boolean yes(InpLine line, int index) {
        return switch (line.word(index)) {
            case "YES" -> true;
            case "NO" -> false;
            default ->
                    throw line.refusal(
                            "%s \"%s\": YES or NO is allowed"
                                    .formatted(line.word(0), line.word(index)));
        };
    }

    FileUnits units() {
        FileUnits.Pressure usual = flow.isUs() ? FileUnits.Pressure.PSI : FileUnits.Pressure.METERS;
        return new FileUnits(flow, pressure.orElse(usual));
    }

    double emitterExponent() {
        return emitterExponent;
    }

    String defaultPattern() {
        return defaultPattern;
    }

    List<String> notes() {
        return notes;
    }

    Options options() {
        FileUnits units = units();
        return new Options(
                formula,
                viscosityM2PerSecond(units),
                specificGravity,
                trials,
                accuracy,
                headError * units.lengthMetres(),
                flowChange * flow.m3PerSecond(),
                extraTrials,
                checkFrequency,
                maxCheck,
                dampLimit,
                demandModel(units.pressureMetres(specificGravity)),
                demandMultiplier,
                emitterBackflow);
    }

    private double viscosityM2PerSecond(FileUnits units) {
        double squareFoot = FileUnits.FOOT * FileUnits.FOOT;
        if (viscosity > SMALLEST_VISCOSITY_RATIO) {
            return viscosity * WATER_SQUARE_FEET_PER_SECOND * squareFoot;
        }
        return viscosity * units.lengthMetres() * units.lengthMetres();
    }

    private DemandModel demandModel(double metresPerUnit) {
        if (!pressureDriven) {
            return new DemandModel.DemandDriven();
        }
        return new DemandModel.PressureDriven(
                minimumPressure * metresPerUnit,
                requiredPressure * metresPerUnit,
                pressureExponent);
    }
}
