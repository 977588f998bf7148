package town.nagar.engine.market;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import town.nagar.engine.cases.Answer;
import town.nagar.engine.cases.CaseKind;
import town.nagar.engine.cases.CaseObject;

/** The kinds of case of {@link MarketCommand}. */
enum MarketCase implements CaseKind {
    COBWEB("P0") {
        @Override
        Answer answer(CaseObject question) {
            question.ignore("stable_if");
            double[] expected =
                    question.has("P") ? question.numbers("P", -MOST, MOST) : new double[0];
            int unless = expected.length > 1 ? expected.length - 1 : 10;
            var prices = new double[question.whole("seasons", 1, 100_000, unless) + 1];
            prices[0] = question.number("P0", -MOST, MOST);
            Cobweb cobweb = cobweb(question);
            cobweb.run(prices);
            var answer =
                    new Answer()
                            .numbers("P", prices)
                            .number("P*", cobweb.equilibriumPrice())
                            .number("contraction", cobweb.contraction())
                            .flag("stable", cobweb.stable());
            for (int season = 0; season < Math.min(prices.length, expected.length); season++) {
                answer.expect("P(%d)".formatted(season), prices[season], expected[season]);
            }
            if (question.has("P*")) {
                double rest = question.number("P*", -MOST, MOST);
                answer.expect("P*", cobweb.equilibriumPrice(), rest);
            }
            return answer;
        }

        private static Cobweb cobweb(CaseObject question) {
            var demand = StraightLine.read(question, "D");
            var supply = StraightLine.read(question, "S");
            return new Cobweb(
                    demand.atZero(),
                    -demand.slope(),
                    supply.atZero(),
                    supply.slope(),
                    question.number("learning_share", 0, 1, 1));
        }
    },

    FLOOR("floor_price") {
        @Override
        Answer answer(CaseObject question) {
            var floor =
                    new Procurement(
                            question.number("floor_price", 0, MOST),
                            question.number("procurement_share", 0, 1));
            Procurement.Day day =
                    floor.sell(market(question, 0), question.number("arrivals", 1e-9, MOST));
            return new Answer()
                    .number("market_price", day.marketPrice())
                    .number("grower_price", day.growerPrice())
                    .number("procured", day.procured());
        }
    },

    SHOCK("demand_elasticity") {
        @Override
        Answer answer(CaseObject question) {
            ElasticMarket market = market(question, question.number("supply_elasticity", 0, 20));
            double demand = question.number("demand_factor", 1e-9, MOST, 1);
            double supply = question.number("supply_factor", 1e-9, MOST, 1);
            return new Answer()
                    .number("price", market.priceAfter(demand, supply))
                    .number("quantity", market.quantityAfter(demand, supply));
        }
    },

    TRADE("mandis") {
        @Override
        Answer answer(CaseObject question) {
            return new TradeCase(question).answer();
        }
    },

    STORE("arrivals_by_period") {
        @Override
        Answer answer(CaseObject question) {
            double[] arrivals = question.numbers("arrivals_by_period", 0, MOST);
            SpatialEquilibrium store =
                    SeasonStore.of(
                            arrivals,
                            question.number("demand_at_zero", 0, MOST),
                            question.number("demand_slope", 1e-9, MOST),
                            question.number("keeping_cost", 0, MOST, 0),
                            question.number("most_stock", 0, MOST, Double.POSITIVE_INFINITY));
            int periods = arrivals.length;
            solve(question, store);
            return new Answer()
                    .numbers(
                            "prices",
                            IntStream.range(0, periods).mapToDouble(store::price).toArray())
                    .numbers(
                            "stocks",
                            IntStream.range(0, periods - 1).mapToDouble(store::shipped).toArray())
                    .number("gap", store.gap());
        }
    };

    static final double MOST = 1e12;
    private static final int MOST_ROUNDS = 1_000_000;

    private final String mark;

    MarketCase(String mark) {
        this.mark = mark;
    }

    @Override
    public List<String> marks() {
        return List.of(mark);
    }

    abstract Answer answer(CaseObject question);

    @Override
    public Answer solve(CaseObject question) {
        Answer answer = answer(question);
        question.refuseUnknown();
        return answer;
    }

    static void solve(CaseObject question, SpatialEquilibrium trade) {
        double gap = question.number("gap", 1e-14, MOST, 1e-9);
        if (trade.solve(gap, MOST_ROUNDS) > MOST_ROUNDS) {
            throw question.wrong("gap %s was not reached; it is %s".formatted(gap, trade.gap()));
        }
    }

    private static ElasticMarket market(CaseObject question, double supplyElasticity) {
        return new ElasticMarket(
                question.number("price", 1e-9, MOST, 1),
                question.number("quantity", 1e-9, MOST, 1),
                question.number("demand_elasticity", -20, 0),
                supplyElasticity);
    }

    /** Mandis by name and the routes between them. */
    private static final class TradeCase {
        private final CaseObject question;
        private final List<String> names = new ArrayList<>();
        private final List<CaseObject> mandis;
        private final List<CaseObject> routes;

        private TradeCase(CaseObject question) {
            this.question = question;
            this.mandis = question.objects("mandis");
            this.routes = question.objects("routes");
            for (CaseObject mandi : mandis) {
                if (names.contains(mandi.text("name"))) {
                    throw mandi.wrong("name is '%s' twice".formatted(mandi.text("name")));
                }
                names.add(mandi.text("name"));
            }
        }

        private static double[] each(
                List<CaseObject> objects, String field, double least, double unless) {
            return objects.stream()
                    .mapToDouble(object -> object.number(field, least, MOST, unless))
                    .toArray();
        }

        private int[] places(String field) {
            return routes.stream().mapToInt(route -> place(route, field)).toArray();
        }

        private int place(CaseObject route, String field) {
            int place = names.indexOf(route.text(field));
            if (place < 0) {
                throw route.wrong(
                        "%s is '%s'; allowed are %s".formatted(field, route.text(field), names));
            }
            return place;
        }

        private Answer answer() {
            double[] slopes =
                    mandis.stream()
                            .mapToDouble(m -> m.number("demand_slope", 1e-9, MOST))
                            .toArray();
            double[] alone =
                    mandis.stream()
                            .mapToDouble(m ->
                                    (m.number("demand_at_zero", 0, MOST)
                                                    - m.number("arrivals", 0, MOST))
                                            / m.number("demand_slope", 1e-9, MOST))
                            .toArray();
            var trade =
                    new SpatialEquilibrium(
                            alone,
                            slopes,
                            places("from"),
                            places("to"),
                            routes.stream().mapToDouble(r -> r.number("cost", 0, MOST)).toArray(),
                            each(routes, "capacity", 0, Double.POSITIVE_INFINITY),
                            each(mandis, "floor_price", 0, 0),
                            each(mandis, "floor_quantity", 0, 0));
            mandis.forEach(CaseObject::refuseUnknown);
            routes.forEach(CaseObject::refuseUnknown);
            solve(question, trade);
            return told(trade);
        }

        private Answer told(SpatialEquilibrium trade) {
            int places = names.size();
            return new Answer()
                    .numbers(
                            "prices",
                            IntStream.range(0, places).mapToDouble(trade::price).toArray())
                    .numbers(
                            "flows",
                            IntStream.range(0, routes.size()).mapToDouble(trade::shipped).toArray())
                    .numbers(
                            "procured",
                            IntStream.range(0, places).mapToDouble(trade::procured).toArray())
                    .number("gap", trade.gap());
        }
    }
}
