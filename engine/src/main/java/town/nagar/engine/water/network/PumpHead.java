package town.nagar.engine.water.network;

/** What head a pump adds at which flow, at full speed. */
public sealed interface PumpHead {
    /** The same power at any flow: head = power / (weight of water x flow). */
    record ConstantPower(double watts) implements PumpHead {
        public ConstantPower {
            Quantities.positive("pump", "power", watts);
        }
    }

    /**
     * head = shutoff - coefficient flow^exponent, metres and m3/s.
     *
     * @param designFlowM3PerSecond first guess of the flow
     */
    record PowerLaw(
            double shutoffHeadMetres,
            double coefficient,
            double exponent,
            double designFlowM3PerSecond)
            implements PumpHead {
        /** Flow at which the head is used up. */
        public double greatestFlowM3PerSecond() {
            return StrictMath.pow(shutoffHeadMetres / coefficient, 1 / exponent);
        }
    }

    /** Head in metres over flow in m3/s, straight between the points and past both ends. */
    record Points(Curve curve) implements PumpHead {}

    /**
     * The law a head curve stands for: one point gives a parabola with 4/3 of its head at rest and
     * none at twice its flow, three points from rest a power law through them, others are joined by
     * straight lines (EPANET 2.2 User Manual, 3.1 and 12.1).
     *
     * @throws IllegalArgumentException if no law passes through the points
     */
    static PumpHead of(Curve curve) {
        var points = curve.points();
        if (points.size() == 1) {
            double flow = points.getFirst().x();
            double head = points.getFirst().y();
            return powerLaw(curve.id(), 4 * head / 3, flow, head, 2 * flow, 0);
        }
        if (points.size() == 3 && points.getFirst().x() == 0) {
            var middle = points.get(1);
            var last = points.get(2);
            return powerLaw(
                    curve.id(), points.getFirst().y(), middle.x(), middle.y(), last.x(), last.y());
        }
        requireFallingHead(curve);
        return new Points(curve);
    }

    private static PowerLaw powerLaw(
            String id, double h0, double q1, double h1, double q2, double h2) {
        double fallToMiddle = h0 - h1;
        double fallToLast = h0 - h2;
        double exponent = StrictMath.log(fallToLast / fallToMiddle) / StrictMath.log(q2 / q1);
        if (!(fallToMiddle > 0 && fallToLast > fallToMiddle && q1 > 0 && q2 > q1)
                || !(exponent > 0 && exponent <= 20)) {
            throw new IllegalArgumentException(
                    ("pump curve %s: no law h = a - b q^c with 0 < c <= 20 passes through it;"
                                    + " head must fall as flow rises")
                            .formatted(id));
        }
        return new PowerLaw(h0, fallToMiddle / StrictMath.pow(q1, exponent), exponent, q1);
    }

    private static void requireFallingHead(Curve curve) {
        var points = curve.points();
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i).y() < points.get(i - 1).y())) {
                throw new IllegalArgumentException(
                        "pump curve %s: head must fall as flow rises, but %s is followed by %s m"
                                .formatted(curve.id(), points.get(i - 1).y(), points.get(i).y()));
            }
        }
        if (points.size() < 2) {
            throw new IllegalArgumentException("pump curve %s has no points".formatted(curve.id()));
        }
    }
}
