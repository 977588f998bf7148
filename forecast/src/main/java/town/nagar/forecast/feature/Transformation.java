package town.nagar.forecast.feature;

/** How a feature comes of what is known at an origin about a target time. */
public sealed interface Transformation {
    /** In what a value is told. */
    enum In {
        /** Distance to the row's base in units of its scale. */
        LEVEL,
        /** Units of the row's scale. */
        SIZE,
        /** The series' own unit. */
        PLAIN
    }

    /** What is looked at: the value, or its distance to the slow profile before it. */
    enum Signal {
        VALUE,
        ANOMALY
    }

    /** After what a series repeats itself; a step is no season but the next best. */
    enum Season {
        STEP,
        CYCLE,
        WEEK
    }

    /** Where a row stands: which series, how far ahead, its base in units of its scale. */
    record Position(Of of) implements Transformation {
        /** One part of a row's place. */
        public enum Of {
            SERIES,
            HORIZON,
            LEVEL,
            AGE
        }
    }

    /** A cyclical part of the target's local time. */
    record Calendar(Part part) implements Transformation {
        /** The parts, in the order in which a clock keeps them. */
        public enum Part {
            HOUR,
            HOUR_SIN,
            HOUR_COS,
            WEEKDAY,
            WEEKDAY_SIN,
            WEEKDAY_COS,
            YEAR_SIN,
            YEAR_COS,
            HALF_YEAR_SIN,
            HALF_YEAR_COS
        }
    }

    /** 1 if so many days after the target's day is a holiday, else 0. */
    record Holiday(int days) implements Transformation {}

    /** The newest value before the origin. */
    record Last(In in) implements Transformation {}

    /**
     * A single earlier value: of steps, so many before the origin; of seasons, the so-manieth
     * newest one at the target's place in the season.
     */
    record Lag(Signal signal, Season season, int back, In in) implements Transformation {}

    /** The mean of the newest so many anomalies at the target's place in the cycle. */
    record SameSlots(int count, In in) implements Transformation {}

    /**
     * A statistic of the values before the origin.
     *
     * @param window 0 to 3, the shortest first: of hours 3, 6, 24 and 168
     */
    record Rolling(Signal signal, Statistic statistic, int window, In in)
            implements Transformation {
        /** What is told of a window. */
        public enum Statistic {
            MEAN,
            DEVIATION,
            MIN,
            MAX
        }
    }

    /** What is usual at the target's place in the season, or on the Sunday of its week. */
    record Profile(Kind kind, Day day, In in) implements Transformation {
        /** How fast it forgets, and over which season. */
        public enum Kind {
            SLOW,
            FAST,
            CYCLE
        }

        /** Whose profile. */
        public enum Day {
            TARGET,
            SUNDAY
        }
    }

    /** The mean anomaly a year before the target. */
    record YearAgo(Same same, In in) implements Transformation {
        /** The same weekday 52 weeks before, or the same date 365 days before. */
        public enum Same {
            WEEK,
            DATE
        }
    }

    /** The mean anomaly of all other series, each in its own scale. */
    record Neighbours(Span span) implements Transformation {
        /** Over the shortest window, or the cycle. */
        public enum Span {
            NOW,
            CYCLE
        }
    }

    /** The mean anomaly of the series that went ahead of this one before, each in its own scale. */
    record Leaders(Lead lead) implements Transformation {
        /** What it is now, or its change since a day before. */
        public enum Lead {
            NOW,
            CHANGE
        }
    }

    /** What earlier years had at the target's time of the year and day. */
    record SeasonOfYear(Told told, In in) implements Transformation {
        /** That itself, or its change since the newest time with the same hour. */
        public enum Told {
            PROFILE,
            CHANGE
        }
    }

    /** A covariate such as the weather over a span of time; a column for each covariate given. */
    record Weather(Over over) implements Transformation {
        /** The spans, in the order in which a covariate keeps them. */
        public enum Over {
            AT,
            MEAN_3,
            MEAN_CYCLE,
            MEAN_FROM_ORIGIN,
            CHANGE,
            BEFORE
        }
    }

    /** The product of two features that stand before it. */
    record Interaction(String left, String right) implements Transformation {}

    /** Nothing is computed: somebody pushes it. */
    record Pushed() implements Transformation {}
}
