package town.nagar.checks.validation;

import java.util.List;
import java.util.stream.Collectors;

/** What odd-even plates did in Delhi, what arithmetic allows, and what a simulated town does. */
final class EvidenceChapter {
    /**
     * One outcome of a simulated odd-even scheme.
     *
     * @param measure as in the table of evidence
     * @param value with its unit and interval
     * @param verdict how it stands to the evidence, also where it disagrees
     */
    record Simulated(String measure, String value, String verdict) {}

    private static final double VEHICLES_SHARE = 0.20;
    private static final double FOUR_WHEELERS_SHARE = 0.10;
    private static final double PLATES_SHARE = 0.5;

    private EvidenceChapter() {}

    static String write(List<Simulated> simulated) {
        double bound = 100 * VEHICLES_SHARE * FOUR_WHEELERS_SHARE * PLATES_SHARE;
        return """
        ## Odd-even plates, Delhi

        What was measured and modelled when cars went out on alternate days by the last digit of their plates:

        | measure | value | source |
        |---|---|---|
        | PM2.5, January 2016 | -10 to -13 %% (35-47 µg/m³), 8 am to 8 pm only, none at night | EPIC-India, difference in differences, 23 monitors |
        | PM2.5, April 2016 | no effect; congestion not reduced | Sudarshan et al., Indian Express, May 2016 |
        | PM2.5, both | -4 to -7 %% modelled; about 4 %% in phase 2 against 42 %% day-to-day variation | TERI |
        | PM2.5 | none detectable; car flow down by less than 20 %%; two-wheelers, buses, autos up; occupancy unchanged | Mohan et al. 2017, TRR 2627:9-16 |
        | cars, January 2016 | -21 %% | TERI, by Hindustan Times |
        | speed, January 2016 | +36 to +45 %% on the best corridors, in holidays: an upper bound | Ridlr, by Business Standard |
        | November 2019 | flow to -16 %%, travel time to -38 %%; early and partial | SPA, by Xinhua |
        | enforcement, 15 days | over ₹ 20 crore: buses 14, volunteers 3.5, advertising 4; fares returned 3.5 | Hindustan Times, by DNA |

        The sources disagree: from a tenth less to nothing at all. By TERI's account days differ by ten times as much
        as the scheme changes.

        **What arithmetic allows.** Vehicles are about %.0f %% of the emission load of PM2.5, four-wheelers about %.0f %% of
        that, and half of the plates stay at home: %.2f x %.2f x %.1f = **%.0f %%** of the load at full compliance, by exhaust
        alone. Whoever promises more than about 5 %% has to show it as less congestion of the others and less dust
        from the road, and has to say how households with two cars, two-wheelers and exempt vehicles fill the room.
        %s\
        """
                .formatted(
                        100 * VEHICLES_SHARE,
                        100 * FOUR_WHEELERS_SHARE,
                        VEHICLES_SHARE,
                        FOUR_WHEELERS_SHARE,
                        PLATES_SHARE,
                        bound,
                        simulatedTable(simulated));
    }

    private static String simulatedTable(List<Simulated> simulated) {
        if (simulated.isEmpty()) {
            return "";
        }
        return """

        **What the engine says**, for a town of Delhi's kind in 1 to 15 January 2016: cars, 8 to 20 h, not on Sundays; exempt
        are two-wheelers, hired and electric vehicles and the quarter of the cars that ran on CNG (School of Planning and
        Architecture, January 2016, by The Hindu); a tenth of the others is let off, such as women alone (an assumption);
        a quarter of the households with a car has another, which goes out on its days (an assumption). Mean of 60 pairs
        of runs on the same chance, with its 95 %% interval.

        **What was chosen after looking.** In the first version the preset's scale and streets were changed because it
        gridlocked, and a first look took a deterrence of 1.0 where this takes 1.5; in all of them car trips fell by 29 to
        37 %%. Later, walking was open at any distance, a fifth of the cars ran on CNG and there were no second cars: car
        trips fell by 31.4 %%, walking took 21 %% of all trips, and whether a typical day had settled was not checked. Now
        nobody walks more than 5 km or cycles more than 12; that alone filled the roads (a mean trip of 8 h), which showed
        that ways were too long, so that half of the commuters now have a way of less than 5 km, as the Census of 2011
        counts. All of this was set before the fall of car trips was looked at, but for
        the last, which was set for the gridlock. Until then all citizens expected the town's mean delay, and car trips
        fell by 25.1 %%; now each learns of its own way, by a pace of 0.05 to 0.35 and believing others a quarter as much,
        both set before the fall was looked at. Without second cars the fall is 28.0 %%, with one in half of the car
        households 20.2 %%: nothing published was found to tell which. The counts that were measured on roads hold taxis,
        which the rule let go, too; the simulated trips are those of households alone, so theirs must fall by more.

        **Air.** What hours before have left in the air is carried on: without it 4 %% of the PM2.5 were the town's own, with
        it 6 %%. Studies of Delhi's sources have far more (by TERI and ARAI, 2018, recalled, a third of winter's), so the
        engine still understates every local policy for air: it has half of the emissions that inventories count, no
        particles that form in the air from gases, and medians of the air from outside that are assumptions.

        | measure | simulated | beside the evidence |
        |---|---|---|
        %s
        """
                .formatted(
                        simulated.stream()
                                .map(row ->
                                        "| %s | %s | %s |"
                                                .formatted(
                                                        row.measure(), row.value(), row.verdict()))
                                .collect(Collectors.joining("\n")));
    }
}
