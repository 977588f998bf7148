package town.nagar.engine.market;

import java.io.PrintStream;
import java.util.List;
import town.nagar.engine.cases.CaseCommand;

/** The command {@code engine market}: prices of the cases of a file. */
public final class MarketCommand {
    private static final String HELP =
            """
            Prices of cobwebs, shocks, floors, trading mandis and stores.

              engine market --case FILE.json [--json]

            FILE is one case, or an object of named cases. A case is one of
            a cobweb:
              D              demand, "Q=100-2P"
              S              supply by the price expected, "Q=10+1*P(t-1)"
              P0             first price, also expected
              learning_share of the error by which expectations move, above 0 to 1 (1: naive)
              seasons        how many after the first (as many as P has, or 10)
              P, P*          prices and equilibrium expected, met within 0.1 % (none)
            a shock with constant elasticities:
              price, quantity  known ones (1, 1)
              demand_elasticity  -20 to 0;  supply_elasticity  0 to 20
              demand_factor, supply_factor  what a price's demand and supply are multiplied by (1, 1)
            a mandi with a floor: price, quantity and demand_elasticity as above, and
              arrivals       what is brought
              floor_price    the minimum support price
              procurement_share  most of the arrivals that the state buys, 0 to 1
            trading mandis:
              mandis         [{"name", "arrivals", "demand_at_zero", "demand_slope",
                             "floor_price" (0), "floor_quantity" (0)}, ...]
              routes         [{"from", "to", "cost", "capacity" (none)}, ...]
              gap            largest price difference left unarbitraged (1e-9)
            a store over periods:
              arrivals_by_period  list
              demand_at_zero, demand_slope  of every period
              keeping_cost   of a unit for a period;  most_stock  (none)
            Fields for readers alone: source, note, stable_if.

            Answers P, P*, contraction and stable; or price and quantity; or market_price,
            grower_price and procured; or prices, flows and gap. Exit status: 0 done, 1 an expectation
            was not met, 2 bad arguments or a bad file.
            """;

    private MarketCommand() {}

    /**
     * Runs the command.
     *
     * @param args see {@code --help}
     * @return 0 done, 1 an expectation was not met, 2 bad arguments or a bad file
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new CaseCommand("engine market", HELP, List.of(MarketCase.values()))
                .run(args, out, err);
    }
}
