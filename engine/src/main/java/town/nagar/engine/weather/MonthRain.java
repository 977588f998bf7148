package town.nagar.engine.weather;

/**
 * Rain of the days of one month: a chain of wet and dry days, and gamma amounts.
 *
 * @param wetAfterDry probability that the day after a dry day is wet
 * @param wetAfterWet probability that the day after a wet day is wet
 * @param shape of the gamma distribution of what falls beyond the least of a wet day
 * @param scaleMillimetres of that distribution; its mean is shape times scale
 */
public record MonthRain(
        double wetAfterDry, double wetAfterWet, double shape, double scaleMillimetres) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public MonthRain {
        Ranges.requireBetween("probability of wet after dry", wetAfterDry, 0, 1);
        Ranges.requireBetween("probability of wet after wet", wetAfterWet, 0, 1);
        Ranges.requireAbove("shape of rain", shape, 0.01, 1000);
        Ranges.requireAbove("scale of rain, mm", scaleMillimetres, 0, 1000);
        if (wetAfterDry == 0 && wetAfterWet == 1) {
            throw new IllegalArgumentException(
                    "wet after dry is 0 and wet after wet is 1; then the first day decides the rest");
        }
    }

    /** Share of days that are wet in the long run. */
    public double wetShare() {
        return wetAfterDry / (1 + wetAfterDry - wetAfterWet);
    }
}
