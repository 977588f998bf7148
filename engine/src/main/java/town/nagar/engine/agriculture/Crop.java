package town.nagar.engine.agriculture;

import java.time.MonthDay;

/**
 * A crop as FAO-56 and the calendar of a place know it.
 *
 * @param sowing usual middle of the weeks of sowing
 * @param rootMetres depth of full roots
 * @param depletionShare share p of available water that may go before the crop suffers
 * @param sensitivity the factor Ky of FAO-33
 * @param source where the figures come from, and which are assumed
 */
public record Crop(
        String name,
        Season season,
        MonthDay sowing,
        CropCoefficient coefficient,
        double rootMetres,
        double depletionShare,
        double sensitivity,
        String source) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Crop {
        Ranges.requireBetween("root depth, m", rootMetres, 0.05, 5);
        Ranges.requireBetween("depletion share", depletionShare, 0.05, 0.95);
        Ranges.requireBetween("Ky", sensitivity, 0, 5);
    }

    /** What mandis trade it as: the same of every season. */
    public String produce() {
        return name.replaceFirst("^(late )?kharif ", "");
    }

    /** Reads the columns of {@link CropCalendar}. */
    static Crop ofRow(String row) {
        String[] cells = row.split(",", 14);
        var coefficient =
                new CropCoefficient(
                        Integer.parseInt(cells[3]),
                        Integer.parseInt(cells[4]),
                        Integer.parseInt(cells[5]),
                        Integer.parseInt(cells[6]),
                        Double.parseDouble(cells[7]),
                        Double.parseDouble(cells[8]),
                        Double.parseDouble(cells[9]));
        return new Crop(
                cells[0],
                Season.valueOf(cells[1]),
                MonthDay.parse("--" + cells[2]),
                coefficient,
                Double.parseDouble(cells[10]),
                Double.parseDouble(cells[11]),
                Double.parseDouble(cells[12]),
                cells[13]);
    }
}
