package town.nagar.engine.water.network;

/**
 * The units a network's file is written in; US flow units bring feet, inches and psi, the others
 * metres, millimetres and metres of water.
 */
public record FileUnits(Flow flow, Pressure pressure) {
    /** Metres in a foot. */
    public static final double FOOT = 0.3048;

    /** Cubic metres in a cubic foot. */
    public static final double CUBIC_FOOT = FOOT * FOOT * FOOT;

    /** Psi in a foot of water, EPANET's value. */
    private static final double PSI_PER_FOOT = 0.4333;

    /** Kilopascals in a psi, EPANET's value. */
    private static final double KPA_PER_PSI = 6.895;

    /** Bars in a psi, EPANET's value. */
    private static final double BAR_PER_PSI = 0.068948;

    /** Units of flow; the US ones by EPANET's own factors to cubic feet a second. */
    public enum Flow {
        CFS(CUBIC_FOOT, true),
        GPM(CUBIC_FOOT / 448.831, true),
        MGD(CUBIC_FOOT / 0.64632, true),
        IMGD(CUBIC_FOOT / 0.5382, true),
        AFD(CUBIC_FOOT / 1.9837, true),
        LPS(1e-3, false),
        LPM(1e-3 / 60, false),
        MLD(1e3 / 86_400, false),
        CMH(1.0 / 3600, false),
        CMD(1.0 / 86_400, false),
        CMS(1, false);

        private final double m3PerSecond;
        private final boolean us;

        Flow(double m3PerSecond, boolean us) {
            this.m3PerSecond = m3PerSecond;
            this.us = us;
        }

        public double m3PerSecond() {
            return m3PerSecond;
        }

        public boolean isUs() {
            return us;
        }
    }

    /** Units of pressure; metres and feet are heights of the fluid, the others forces. */
    public enum Pressure {
        PSI(FOOT / PSI_PER_FOOT, true),
        KPA(FOOT / PSI_PER_FOOT / KPA_PER_PSI, true),
        BAR(FOOT / PSI_PER_FOOT / BAR_PER_PSI, true),
        METERS(1, false),
        FEET(FOOT, false);

        private final double metresOfWater;
        private final boolean force;

        Pressure(double metresOfWater, boolean force) {
            this.metresOfWater = metresOfWater;
            this.force = force;
        }

        private double metres(double specificGravity) {
            return force ? metresOfWater / specificGravity : metresOfWater;
        }
    }

    /** Metres in a unit of length, head or level. */
    public double lengthMetres() {
        return flow.isUs() ? FOOT : 1;
    }

    /** Metres in a unit of pipe diameter. */
    public double diameterMetres() {
        return flow.isUs() ? FOOT / 12 : 1e-3;
    }

    /** Cubic metres in a unit of tank volume. */
    public double volumeM3() {
        return flow.isUs() ? CUBIC_FOOT : 1;
    }

    /** Watts in a unit of pump power: horsepower or kilowatt. */
    public double powerWatts() {
        return flow.isUs() ? 745.7 : 1000;
    }

    /** Metres of the fluid in a unit of pressure. */
    public double pressureMetres(double specificGravity) {
        return pressure.metres(specificGravity);
    }

    /** Metres of the fluid in the unit emitters count pressure in: psi or metres. */
    public double emitterPressureMetres(double specificGravity) {
        return (flow.isUs() ? Pressure.PSI : Pressure.METERS).metres(specificGravity);
    }
}
