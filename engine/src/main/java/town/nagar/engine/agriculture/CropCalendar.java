package town.nagar.engine.agriculture;

import java.util.List;
import java.util.Optional;

/**
 * The crops of Gujarat's seasons, as rows that a town may replace with its own.
 *
 * <p>Stages, coefficients, roots and p are those of FAO-56, tables 11, 12 and 22, Ky of table 24,
 * each at the row nearest to the crop there; where the tables give a range, a value inside it. Days
 * of sowing are the middle of the usual weeks in middle Gujarat: kharif after the monsoon's onset
 * in the second half of June, rabi from late October. What a row takes from elsewhere its source
 * says.
 *
 * <p>Onions are planted out three times: in July and August, October and November, December and
 * January, and harvested from October, January and March on (Ministry of Agriculture by PTI,
 * 2021-04-23); {@code onion} alone is that of rabi, 70 % of the year's.
 */
public final class CropCalendar {
    private static final String ROWS =
            """
            cotton,KHARIF,06-25,30,50,60,55,0.35,1.15,0.60,1.2,0.65,0.85,FAO-56
            groundnut,KHARIF,06-25,25,35,45,25,0.40,1.15,0.60,0.7,0.50,0.70,FAO-56
            pearl millet,KHARIF,07-01,15,25,40,25,0.30,1.00,0.30,1.2,0.55,0.90,FAO-56; Ky of sorghum
            paddy,KHARIF,07-10,30,30,60,30,1.05,1.20,0.75,0.5,0.20,1.10,FAO-56; Ky assumed
            maize,KHARIF,06-28,20,35,40,30,0.30,1.20,0.35,1.0,0.55,1.25,FAO-56
            sorghum,KHARIF,07-01,20,35,40,30,0.30,1.05,0.55,1.2,0.55,0.90,FAO-56
            castor,KHARIF,07-20,25,40,65,50,0.35,1.15,0.55,1.2,0.50,0.85,FAO-56; Ky assumed
            sesame,KHARIF,07-05,20,30,40,20,0.35,1.10,0.25,1.0,0.60,0.85,FAO-56; Ky assumed
            wheat,RABI,11-15,15,25,50,30,0.30,1.15,0.40,1.2,0.55,1.05,FAO-56; Ky of winter wheat
            mustard,RABI,10-20,20,35,45,25,0.35,1.10,0.35,1.2,0.60,0.80,FAO-56; stages and Ky of safflower
            gram,RABI,11-01,20,30,40,30,0.40,1.00,0.35,0.8,0.50,1.15,FAO-56; stages assumed; Ky of bean
            potato,RABI,11-10,25,30,35,30,0.50,1.15,0.75,0.5,0.35,1.10,FAO-56
            kharif onion,KHARIF,08-01,10,18,49,28,0.70,1.05,0.75,0.45,0.30,1.10,FAO-56; stages shortened to the season
            late kharif onion,LATE_KHARIF,10-31,12,20,56,32,0.70,1.05,0.75,0.45,0.30,1.10,FAO-56; stages shortened
            onion,RABI,12-31,12,20,55,33,0.70,1.05,0.75,0.45,0.30,1.10,FAO-56; stages shortened to the season
            """;

    private static final List<Crop> ALL = ROWS.lines().map(Crop::ofRow).toList();

    private CropCalendar() {}

    /** All crops. */
    public static List<Crop> list() {
        return ALL;
    }

    /** The crop of a name. */
    public static Optional<Crop> find(String name) {
        return ALL.stream().filter(crop -> crop.name().equals(name)).findFirst();
    }
}
