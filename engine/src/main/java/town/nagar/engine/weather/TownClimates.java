package town.nagar.engine.weather;

import java.util.Collections;
import java.util.List;

/**
 * Climates that ship with the engine, for towns without a history to fit ({@link WeatherFit}).
 *
 * <p>Normals were typed from memory and rounded; they have not been compared with the printed
 * tables. Winds are recalled as to their size and seasons only. Decision record 4 tells what rests
 * on them. A town with ten years of daily records should fit its own.
 */
public final class TownClimates {
    /** Weights clockwise from north. */
    private static final List<Double> WINTER =
            List.of(10., 14., 16., 10., 6., 3., 2., 2., 2., 2., 2., 2., 4., 6., 9., 10.);

    private static final List<Double> SUMMER =
            List.of(4., 2., 2., 2., 1., 1., 1., 2., 4., 8., 14., 14., 16., 12., 10., 7.);

    private static final List<Double> MONSOON =
            List.of(1., 1., 1., 1., 1., 1., 2., 3., 8., 16., 26., 20., 12., 4., 2., 1.);

    private static final List<Double> AUTUMN =
            List.of(10., 13., 14., 11., 8., 4., 3., 2., 3., 3., 4., 4., 5., 5., 5., 6.);

    /** The rose of the northern plain, of all seasons. */
    private static final List<Double> NORTHERN =
            List.of(3., 2., 2., 4., 8., 6., 4., 2., 3., 3., 5., 8., 14., 16., 14., 6.);

    private static final MonthlyNormals GUJARAT =
            new MonthlyNormals(
                    List.of(28.0, 31.1, 36.0, 39.8, 41.5, 38.4, 33.4, 31.9, 34.0, 35.8, 32.9, 29.4),
                    List.of(12.3, 14.7, 19.6, 24.2, 27.1, 27.5, 26.1, 25.3, 24.8, 21.7, 17.1, 13.3),
                    List.of(1.4, 0.5, 1.2, 2.2, 5.8, 83.8, 292.5, 266.7, 114.4, 14.9, 3.2, 0.7),
                    List.of(0.3, 0.1, 0.1, 0.3, 0.3, 3.9, 12.2, 11.1, 5.3, 0.9, 0.3, 0.1),
                    List.of(9.3, 9.8, 9.0, 9.9, 10.6, 7.9, 4.2, 3.6, 7.4, 9.4, 9.1, 9.3),
                    List.of(10.9, 11.4, 12.0, 12.7, 13.2, 13.5, 13.4, 12.9, 12.2, 11.6, 11.0, 10.7),
                    List.of(1.8, 1.9, 2.1, 2.4, 3.1, 3.4, 2.9, 2.4, 2.0, 1.5, 1.5, 1.7),
                    List.of(4.0, 6.0, 9.0, 9.0, 6.0, 3.0, 1.0, 0.5, 1.5, 4.0, 4.0, 4.0),
                    List.of(
                            WINTER, WINTER, SUMMER, SUMMER, SUMMER, MONSOON, MONSOON, MONSOON,
                            MONSOON, AUTUMN, AUTUMN, WINTER));

    private static final MonthlyNormals NORTHERN_PLAIN =
            new MonthlyNormals(
                    List.of(20.0, 24.0, 30.0, 37.0, 40.0, 39.0, 35.0, 34.0, 34.0, 33.0, 28.0, 23.0),
                    List.of(7.0, 10.0, 15.0, 21.0, 26.0, 28.0, 27.0, 26.0, 25.0, 19.0, 13.0, 8.0),
                    List.of(
                            20.0, 22.0, 20.0, 12.0, 25.0, 75.0, 200.0, 230.0, 120.0, 15.0, 5.0,
                            8.0),
                    List.of(2.0, 2.0, 2.0, 1.0, 2.0, 4.0, 9.0, 10.0, 5.0, 1.0, 0.5, 1.0),
                    List.of(6.0, 7.5, 8.3, 9.2, 9.0, 7.5, 6.0, 6.0, 7.5, 8.5, 7.5, 6.5),
                    List.of(10.4, 11.0, 11.8, 12.7, 13.4, 13.8, 13.6, 13.0, 12.2, 11.3, 10.5, 10.2),
                    List.of(1.9, 2.3, 2.6, 2.8, 2.9, 2.9, 2.5, 2.2, 2.1, 1.6, 1.4, 1.6),
                    List.of(1.6, 3.0, 6.6, 11.3, 12.0, 9.0, 3.5, 2.5, 3.9, 5.0, 3.3, 1.0),
                    Collections.nCopies(Climate.MONTHS, NORTHERN));

    private TownClimates() {}

    /** Ahmedabad and the plain around it: dry from October to May, monsoon from mid-June. */
    public static Climate northGujarat() {
        return GUJARAT.climate(23.07, 72.63, 53);
    }

    /** Delhi and the plain around it: cold, still winters with fog, monsoon from July. */
    public static Climate northernPlain() {
        return NORTHERN_PLAIN.climate(28.6, 77.2, 216);
    }
}
