package town.nagar.checks.town;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * The National AQI by pencil and paper: CPCB's table (National Air Quality Index, CPCB 2014) typed
 * once more, exact decimals, none of the product's code.
 *
 * <p>CPCB gives Severe no top; the last pair is where the slope of Very Poor reaches 500.
 */
final class CpcbTable {
    private static final int[][] INDEX = {
        {0, 50}, {51, 100}, {101, 200}, {201, 300}, {301, 400}, {401, 500}
    };

    private static final List<String> CATEGORIES =
            List.of("Good", "Satisfactory", "Moderate", "Poor", "Very Poor", "Severe");

    private static final Map<String, String> BREAKPOINTS =
            Map.of(
                    "PM2.5", "0-30 31-60 61-90 91-120 121-250 251-380",
                    "PM10", "0-50 51-100 101-250 251-350 351-430 431-510",
                    "NO2", "0-40 41-80 81-180 181-280 281-400 401-520",
                    "SO2", "0-40 41-80 81-380 381-800 801-1600 1601-2400",
                    "O3", "0-50 51-100 101-168 169-208 209-748 749-1288",
                    "CO", "0-1.0 1.1-2.0 2.1-10.0 10.1-17.0 17.1-34.0 34.1-51.0",
                    "NH3", "0-200 201-400 401-800 801-1200 1201-1800 1801-2400");

    private CpcbTable() {}

    /** The sub-index of a mean, ug/m3 or for CO mg/m3: rounded half up, then interpolated. */
    static int subIndex(String pollutant, BigDecimal mean) {
        BigDecimal c = rounded(pollutant, mean);
        String[] rows = String.valueOf(BREAKPOINTS.get(pollutant)).split(" ", -1);
        for (int i = 0; i < rows.length; i++) {
            BigDecimal low = new BigDecimal(rows[i].split("-", -1)[0]);
            BigDecimal high = new BigDecimal(rows[i].split("-", -1)[1]);
            if (c.compareTo(high) <= 0) {
                BigDecimal rise = new BigDecimal(INDEX[i][1] - INDEX[i][0]);
                return rise.multiply(c.subtract(low))
                        .divide(high.subtract(low), 20, RoundingMode.HALF_UP)
                        .add(new BigDecimal(INDEX[i][0]))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact();
            }
        }
        return 500;
    }

    static BigDecimal rounded(String pollutant, BigDecimal mean) {
        return mean.setScale(pollutant.equals("CO") ? 1 : 0, RoundingMode.HALF_UP);
    }

    static String category(int index) {
        int i = 0;
        while (index > INDEX[i][1]) {
            i++;
        }
        return CATEGORIES.get(i);
    }
}
