package town.nagar.engine.people;

import java.nio.ByteBuffer;
import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;

/**
 * The town's businesses, one slot in each array a business, stepped hour by hour.
 *
 * <p>Each is staffed in its opening hours and sells to Poisson customers what it has in stock. Once
 * stock on hand and on order is down to s, it orders up to S (Scarf: The optimality of (S, s)
 * policies in the dynamic inventory problem, 1960); a delivery comes by one freight trip after the
 * lead time. Money is whole paise and water whole millilitres. A step allocates nothing.
 */
public final class Businesses {
    private static final int HOURS_A_DAY = 24;
    private static final long NONE_DUE = -1;

    private final byte[] openHour;
    private final byte[] closeHour;
    private final int[] staff;
    private final double[] customersAnHour;
    private final long[] pricePaise;
    private final long[] reorderAt;
    private final long[] orderUpTo;
    private final int[] leadHours;
    private final long[] waterMillilitresAStaffHour;

    private final long[] stock;
    private final long[] onOrder;
    private final long[] dueHour;
    private final long[] turnoverPaise;
    private final long[] lostSales;
    private final long[] waterMillilitres;
    private final long[] deliveries;
    private final long[] staffHours;

    private Businesses(int count) {
        this.openHour = new byte[count];
        this.closeHour = new byte[count];
        this.staff = new int[count];
        this.customersAnHour = new double[count];
        this.pricePaise = new long[count];
        this.reorderAt = new long[count];
        this.orderUpTo = new long[count];
        this.leadHours = new int[count];
        this.waterMillilitresAStaffHour = new long[count];
        this.stock = new long[count];
        this.onOrder = new long[count];
        this.dueHour = new long[count];
        this.turnoverPaise = new long[count];
        this.lostSales = new long[count];
        this.waterMillilitres = new long[count];
        this.deliveries = new long[count];
        this.staffHours = new long[count];
        Arrays.fill(dueHour, NONE_DUE);
    }

    /**
     * Room for a number of businesses, closed all day until they are told when to open.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static Businesses of(int businesses) {
        if (businesses < 0) {
            throw new IllegalArgumentException(
                    "%d businesses; allowed are 0 or more".formatted(businesses));
        }
        return new Businesses(businesses);
    }

    /** Number of businesses. */
    public int count() {
        return stock.length;
    }

    /**
     * Tells when a business is open and by how many it is run.
     *
     * @param open hour of the day, 0 to 24
     * @param close hour of the day, not before {@code open}, up to 24
     * @param people on duty, 0 or more
     * @param millilitresAHour of water each uses, 0 or more
     * @throws IllegalArgumentException naming the business and the value that is out of range
     */
    public void setStaffing(int business, int open, int close, int people, long millilitresAHour) {
        boolean hours = open >= 0 && open <= close && close <= HOURS_A_DAY;
        if (!hours || people < 0 || millilitresAHour < 0) {
            throw new IllegalArgumentException(
                    "business %d: open %d to %d, %d people, %d ml; allowed are hours 0 to 24 that ascend, from 0"
                            .formatted(business, open, close, people, millilitresAHour));
        }
        openHour[business] = (byte) open;
        closeHour[business] = (byte) close;
        staff[business] = people;
        waterMillilitresAStaffHour[business] = millilitresAHour;
    }

    /**
     * Tells how a business trades. Its stock starts at S.
     *
     * @param customers mean in an open hour, 0 to 10,000, each buying one unit
     * @param paise price of a unit, 0 or more
     * @param s units at which it orders, 0 or more
     * @param upTo S, units above {@code s}
     * @param lead hours until a delivery, 1 or more
     * @throws IllegalArgumentException naming the business and the value that is out of range
     */
    public void setTrade(int business, double customers, long paise, long s, long upTo, int lead) {
        boolean mean = customers >= 0 && customers <= 10_000;
        if (!mean || paise < 0 || s < 0 || upTo <= s || lead < 1) {
            throw new IllegalArgumentException(
                    "business %d: %s customers, %d paise, s %d, S %d, lead %d; allowed are 0 to 10,000, from 0, from 0, above s, from 1"
                            .formatted(business, customers, paise, s, upTo, lead));
        }
        customersAnHour[business] = customers;
        pricePaise[business] = paise;
        reorderAt[business] = s;
        orderUpTo[business] = upTo;
        leadHours[business] = lead;
        stock[business] = upTo;
    }

    /**
     * Lets an hour pass.
     *
     * @param hour from the start of the run, which is midnight
     */
    public void step(int hour, Chance chance) {
        int hourOfDay = hour % HOURS_A_DAY;
        for (int business = 0; business < stock.length; business++) {
            receive(business, hour);
            if (openHour[business] <= hourOfDay && hourOfDay < closeHour[business]) {
                serve(business, hour, chance);
                order(business, hour);
            }
        }
    }

    private void receive(int business, int hour) {
        if (dueHour[business] == hour) {
            stock[business] += onOrder[business];
            onOrder[business] = 0;
            dueHour[business] = NONE_DUE;
            deliveries[business]++;
        }
    }

    private void serve(int business, int hour, Chance chance) {
        double u = chance.uniform(business, hour, Decisions.CUSTOMERS);
        long wanted = Quantiles.poisson(u, customersAnHour[business]);
        long sold = Math.min(wanted, stock[business]);
        stock[business] -= sold;
        lostSales[business] += wanted - sold;
        turnoverPaise[business] += sold * pricePaise[business];
        staffHours[business] += staff[business];
        waterMillilitres[business] += staff[business] * waterMillilitresAStaffHour[business];
    }

    private void order(int business, int hour) {
        if (stock[business] <= reorderAt[business] && dueHour[business] == NONE_DUE) {
            onOrder[business] = orderUpTo[business] - stock[business];
            dueHour[business] = hour + (long) leadHours[business];
        }
    }

    /** Units on the shelf. */
    public long stock(int business) {
        return stock[business];
    }

    /** Units ordered and not yet delivered. */
    public long onOrder(int business) {
        return onOrder[business];
    }

    /** Paise taken so far. */
    public long turnoverPaise(int business) {
        return turnoverPaise[business];
    }

    /** Customers who found nothing so far. */
    public long lostSales(int business) {
        return lostSales[business];
    }

    /** Water used so far, in millilitres. */
    public long waterMillilitres(int business) {
        return waterMillilitres[business];
    }

    /** Freight trips that came so far. */
    public long deliveries(int business) {
        return deliveries[business];
    }

    /** Hours worked so far, by all staff together. */
    public long staffHours(int business) {
        return staffHours[business];
    }

    private long[][] state() {
        return new long[][] {
            stock,
            onOrder,
            dueHour,
            turnoverPaise,
            lostSales,
            waterMillilitres,
            deliveries,
            staffHours
        };
    }

    int stateBytes() {
        return state().length * stock.length * Long.BYTES;
    }

    void save(ByteBuffer out) {
        for (long[] array : state()) {
            StateBytes.put(out, array);
        }
    }

    void restore(ByteBuffer in) {
        for (long[] array : state()) {
            StateBytes.get(in, array);
        }
    }
}
