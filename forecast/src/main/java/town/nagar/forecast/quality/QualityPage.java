package town.nagar.forecast.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of forecast quality, in Markdown. */
final class QualityPage {
    private static final int TEAMS_SHOWN = 5;

    private QualityPage() {}

    static String of(List<Finding> findings, List<Competition> competition) {
        var page = new StringBuilder();
        page.append(
                """
                # Forecast quality

                Made by `./nagar forecast quality --data DIR --out docs/forecast-quality.md`, where DIR holds the
                published files. Every forecast was made at a past origin from the rows strictly before it; models
                are fitted at the first origin and then about monthly on what came before; weights of the mix and
                widths of intervals come from the errors of earlier origins. *Ours* is the mix that
                `forecast backtest` makes by default. *Floor* and *aim* are by how much the baseline was to be
                undercut. A mean error in R2 terms alone says little: the baselines reach R2 above 0.9 where a
                series repeats itself.

                | task | measure | baseline | its error | ours | below | floor, aim | reached | best single model |
                |---|---|---|---|---|---|---|---|---|
                """);
        findings.forEach(finding -> page.append(row(finding)));
        page.append(
                """

                ## In the design document's figures

                The document promises its figures on data it does not name; ours are on the data above and are not
                comparable in level.

                | task | promised | MAPE % | WAPE % | RMSE | R2 | MASE | within 80 % | within 95 % | split 95 % | mean width of 95 % |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        findings.forEach(finding -> page.append(figures(finding)));
        page.append(
                """

                *Split 95 %* is how often the intervals would have held the truth without adapting to their own
                misses.

                ## Every model

                In the measure of the first table. The mix weighs them by band of steps ahead, all but lstm, prophet,
                arnet and xgb-document, which stand beside it: they learn for minutes, so before the earlier origins
                and anew at the first that is judged (of the water task at both); the others about monthly.

                | task | errors, the least first |
                |---|---|
                """);
        findings.forEach(finding -> page.append(models(finding)));
        if (!competition.isEmpty()) {
            page.append(competition(competition));
        }
        return page.toString();
    }

    private static String models(Finding f) {
        List<String> models = new ArrayList<>();
        f.models()
                .forEach((name, error) ->
                        models.add(String.format(Locale.ROOT, "%s %.4g", name, error)));
        return "| %s | %s |%n".formatted(f.task().title(), String.join(", ", models));
    }

    private static String row(Finding f) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.4g | %.4g | %.1f %% | %.0f, %.0f %% | %s | %s %.4g |%n",
                f.task().title(),
                f.task().measure(),
                f.task().baseline(),
                f.baseline(),
                f.error(),
                f.gainPercent(),
                f.task().floorPercent(),
                f.task().aimPercent(),
                f.verdict(),
                f.best(),
                f.bestError());
    }

    private static String figures(Finding f) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %.4g | %.3f | %.3f | %.1f | %.1f | %.1f | %.4g |%n",
                f.task().title(),
                f.task().promise(),
                f.ours().mapePercent(),
                f.ours().wapePercent(),
                f.ours().rmse(),
                f.ours().r2(),
                f.ours().mase(),
                f.ours().coveragePercent(0),
                f.ours().coveragePercent(1),
                f.ours().splitCoveragePercent(),
                f.ours().width(1));
    }

    private static String competition(List<Competition> all) {
        var text =
                new StringBuilder(
                        """

                        ## Beside the teams of the Battle of Water Demand Forecasting

                        L/s, means of ten districts and the weeks from 2022-07-25 and 2022-10-31, from the teams' own
                        files. Ranks are those of the whole competition, of four weeks.

                        | rank | mean error day 1 | largest error day 1 | mean error days 2-7 |
                        |---|---|---|---|
                        """);
        for (Competition one : all) {
            boolean shown =
                    !one.who().matches("\\d+") || Integer.parseInt(one.who()) <= TEAMS_SHOWN;
            if (shown) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %.3f | %.3f | %.3f |%n",
                                one.who(),
                                one.meanDay1(),
                                one.largestDay1(),
                                one.meanDays2To7()));
            }
        }
        return text.toString();
    }
}
