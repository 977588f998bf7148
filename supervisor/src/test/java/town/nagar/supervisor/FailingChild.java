package town.nagar.supervisor;

/** A child that ends at once. */
public final class FailingChild {
    private FailingChild() {}

    /** Says why, with status 3. */
    public static void main(String[] args) {
        System.err.println("can't run: " + args[0]);
        System.exit(3);
    }
}
