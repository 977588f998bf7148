package town.nagar.sample.layout;

import java.util.List;
import java.util.Map;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;
import town.nagar.sample.names.Words;

/** The market yard: one daily report a commodity. */
public final class Mandi {
    /** What is traded, as in {@code words.csv}. */
    public static final List<String> COMMODITIES =
            List.of(
                    "wheat",
                    "cotton",
                    "groundnut",
                    "potato",
                    "onion",
                    "tomato",
                    "bajra",
                    "mustard");

    private static final int INTERVAL_SECONDS = 86_400;

    private Mandi() {}

    public static void place(Names town, Point point, Layout layout) {
        Place mandi =
                Layout.invented(
                        "M001",
                        PlaceKind.MANDI,
                        Words.join(town, Words.word("mandi")),
                        point,
                        Map.of(),
                        Map.of());
        layout.add(mandi);
        COMMODITIES.forEach(commodity -> layout.add(report(mandi, commodity)));
    }

    private static Sensor report(Place mandi, String commodity) {
        return Layout.sensor(
                "%s:%s".formatted(mandi.id(), commodity),
                Domain.MARKET,
                mandi,
                "mandi_report",
                Words.word(commodity),
                mandi.point(),
                INTERVAL_SECONDS,
                Map.of("commodity", commodity));
    }
}
