package town.nagar.forecast.serving;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as wall times of India and back; India changes no clocks. */
public final class IndianTime {
    private static final ZoneOffset IST = ZoneOffset.ofHoursMinutes(5, 30);

    private IndianTime() {}

    public static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, IST);
    }

    public static Instant instant(LocalDateTime local) {
        return local.toInstant(IST);
    }
}
