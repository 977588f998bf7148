package town.nagar.engine.town;

import java.util.Arrays;
import java.util.stream.IntStream;
import town.nagar.engine.people.Mode;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.FleetPart;
import town.nagar.engine.town.plan.Population;

/** The households' vehicles, those of one class after another, and who drives them. */
final class Fleet {
    final byte[] kind;
    final byte[] fuel;
    final byte[] stage;
    final byte[] plate;
    final float[] ruleLuck;
    final int[] rickshaws;

    /** By citizen; {@link Agents#NONE} if there is none. */
    final int[] twoWheeler;

    final int[] car;
    final boolean[] hasCarOfOtherParity;

    private final Population people;
    private final Chance chance;

    /** Hands the vehicles out; adds what its owner can now travel by to {@code habits.modes}. */
    Fleet(Population people, Habits habits, Chance chance) {
        this.people = people;
        this.chance = chance;
        int vehicles = people.vehicles();
        kind = new byte[vehicles];
        fuel = new byte[vehicles];
        stage = new byte[vehicles];
        plate = new byte[vehicles];
        ruleLuck = new float[vehicles];
        int[] first = make();
        twoWheeler = hand(first[0], first[1], habits, Mode.TWO_WHEELER, 0.5);
        car = hand(first[1], first[2], habits, Mode.CAR, 1.5);
        hasCarOfOtherParity = new boolean[car.length];
        addSecondCars();
        rickshaws = IntStream.range(first[2], first[3]).toArray();
    }

    /** Makes the vehicles; where each class begins. */
    private int[] make() {
        var first = new int[VehicleClass.values().length + 1];
        int made = 0;
        for (VehicleClass one : VehicleClass.values()) {
            first[one.ordinal()] = made;
            for (FleetPart part : people.households().fleet()) {
                if (part.kind() == one) {
                    made = make(part, made);
                }
            }
        }
        for (int vehicle = made; made > 0 && vehicle < kind.length; vehicle++) {
            set(vehicle, people.households().fleet().getFirst());
        }
        first[VehicleClass.values().length] = made;
        return first;
    }

    private int make(FleetPart part, int made) {
        int until = Math.min(kind.length, made + (int) Math.round(part.share() * kind.length));
        for (int vehicle = made; vehicle < until; vehicle++) {
            set(vehicle, part);
        }
        return until;
    }

    private void set(int vehicle, FleetPart part) {
        kind[vehicle] = (byte) part.kind().ordinal();
        fuel[vehicle] = (byte) part.fuel().ordinal();
        stage[vehicle] = (byte) part.bharatStage();
        plate[vehicle] = (byte) (10 * chance.uniform(vehicle, 0, Draws.PLATE));
        ruleLuck[vehicle] = (float) chance.uniform(vehicle, 0, Draws.LEAVE_OF_RULE);
    }

    /**
     * Hands vehicles to travelling citizens, one each, the richer the likelier: the order of u^(1 /
     * weight) draws without replacement (Efraimidis and Spirakis 2006).
     */
    private int[] hand(int from, int until, Habits habits, Mode mode, double incomePower) {
        int citizens = people.citizens();
        var keys = new double[citizens];
        for (int citizen = 0; citizen < citizens; citizen++) {
            double u = chance.uniform(citizen, mode.ordinal(), Draws.OWNER);
            double weight = StrictMath.pow(habits.incomePaisePerDay[citizen], incomePower);
            boolean travels = habits.leaveHour[citizen] != Agents.NONE;
            keys[citizen] = (travels ? 0 : -1e300) + StrictMath.log(u) / weight;
        }
        var of = new int[citizens];
        Arrays.fill(of, Agents.NONE);
        int[] order = byKeyDown(keys);
        for (int vehicle = from; vehicle < Math.min(until, from + citizens); vehicle++) {
            int citizen = order[vehicle - from];
            of[citizen] = vehicle;
            habits.modes[citizen] |= (byte) mode.bit();
        }
        return of;
    }

    private static int[] byKeyDown(double[] keys) {
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted((a, b) ->
                        keys[a] == keys[b]
                                ? Integer.compare(a, b)
                                : Double.compare(keys[b], keys[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void addSecondCars() {
        for (int citizen = 0; citizen < car.length; citizen++) {
            boolean second =
                    car[citizen] != Agents.NONE
                            && chance.uniform(citizen, 0, Draws.SECOND_CAR)
                                    < people.households().secondCarShare();
            int digit = (int) (10 * chance.uniform(citizen, 1, Draws.SECOND_CAR));
            hasCarOfOtherParity[citizen] = second && digit % 2 != plate[car[citizen]] % 2;
        }
    }
}
