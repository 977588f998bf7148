package town.nagar.engine.people;

import java.util.Arrays;

/**
 * What stays the same about each citizen: one slot in each array a citizen.
 *
 * <p>{@code homeZone} and {@code workZone} count zones from 0; {@code leaveHour} and {@code
 * returnHour} are hours of the day with leave before return; {@code tripKm} is the way between them
 * in kilometres; {@code ownedModes} is a set of {@link Mode#bit}s the household has or can hire.
 */
public final class CitizenTraits {
    private static final int LAST_HOUR = 23;

    final int[] homeZone;
    final int[] workZone;
    final byte[] leaveHour;
    final byte[] returnHour;
    final double[] tripKm;
    final byte[] ownedModes;

    private CitizenTraits(int citizens) {
        this.homeZone = new int[citizens];
        this.workZone = new int[citizens];
        this.leaveHour = new byte[citizens];
        this.returnHour = new byte[citizens];
        this.tripKm = new double[citizens];
        this.ownedModes = new byte[citizens];
        Arrays.fill(returnHour, (byte) 1);
        Arrays.fill(ownedModes, (byte) Mode.WALK.bit());
    }

    /**
     * Room for a number of citizens, each at home in zone 0, until {@link #set} tells more.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static CitizenTraits of(int citizens) {
        if (citizens < 0) {
            throw new IllegalArgumentException(
                    "%d citizens; allowed are 0 or more".formatted(citizens));
        }
        return new CitizenTraits(citizens);
    }

    /** Number of citizens. */
    public int count() {
        return homeZone.length;
    }

    /**
     * Tells one citizen's traits.
     *
     * @param ownedModes beyond walking, which all can
     * @throws IllegalArgumentException naming the citizen and the value that is out of range
     */
    public void set(
            int citizen, int home, int work, int leave, int back, double km, int ownedModes) {
        boolean hours = leave >= 0 && leave < back && back <= LAST_HOUR;
        boolean modes = ownedModes >= 0 && ownedModes < 1 << Mode.COUNT;
        if (home < 0 || work < 0 || !hours || !(km >= 0 && Double.isFinite(km)) || !modes) {
            throw new IllegalArgumentException(
                    "citizen %d: home %d, work %d, leave %d, return %d, %s km, modes %d; allowed are zones from 0, hours 0 to 23 that ascend, finite km from 0, modes below %d"
                            .formatted(
                                    citizen,
                                    home,
                                    work,
                                    leave,
                                    back,
                                    km,
                                    ownedModes,
                                    1 << Mode.COUNT));
        }
        homeZone[citizen] = home;
        workZone[citizen] = work;
        leaveHour[citizen] = (byte) leave;
        returnHour[citizen] = (byte) back;
        tripKm[citizen] = km;
        this.ownedModes[citizen] = (byte) (ownedModes | Mode.WALK.bit());
    }
}
