package town.nagar.engine.town;

import town.nagar.engine.town.plan.HourSet;

/** Citizens by the hour of the day at which they do something, in ascending order within it. */
final class HourList {
    private final int[] order;
    private final int[] start = new int[HourSet.HOURS_A_DAY + 1];

    /**
     * @param hours one a citizen; {@link Agents#NONE} for those who never do it
     */
    HourList(byte[] hours) {
        for (byte hour : hours) {
            if (hour != Agents.NONE) {
                start[hour + 1]++;
            }
        }
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            start[hour + 1] += start[hour];
        }
        int[] next = start.clone();
        order = new int[start[HourSet.HOURS_A_DAY]];
        for (int citizen = 0; citizen < hours.length; citizen++) {
            if (hours[citizen] != Agents.NONE) {
                order[next[hours[citizen]]++] = citizen;
            }
        }
    }

    /** The first index of an hour. */
    int start(int hourOfDay) {
        return start[hourOfDay];
    }

    /** The index after the last of an hour. */
    int end(int hourOfDay) {
        return start[hourOfDay + 1];
    }

    /** The citizen at an index. */
    int citizen(int index) {
        return order[index];
    }
}
