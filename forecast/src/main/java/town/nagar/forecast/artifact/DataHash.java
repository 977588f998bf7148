package town.nagar.forecast.artifact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;

/** The SHA-256 of what a model learnt from: names, times, values, covariates; all bits count. */
public final class DataHash {
    private final MessageDigest digest = sha256();
    private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

    private DataHash() {}

    /**
     * The hash, in hexadecimal.
     *
     * @param end values there and later do not count; covariates do
     */
    public static String of(Panel panel, Covariates covariates, int end) {
        DataHash hash = new DataHash();
        hash.add(panel.grid().start() + " " + panel.grid().step().words());
        panel.names().forEach(hash::add);
        for (int series = 0; series < panel.size(); series++) {
            for (int i = 0; i < end; i++) {
                hash.add(panel.at(series, i));
            }
        }
        for (int covariate = 0; covariate < covariates.names().size(); covariate++) {
            hash.add(covariates.names().get(covariate));
            for (int series = 0; series < panel.size(); series++) {
                for (int i = 0; i < panel.length(); i++) {
                    hash.add(covariates.at(covariate, series, i));
                }
            }
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void add(double value) {
        eight.clear();
        eight.putLong(Double.doubleToLongBits(value));
        digest.update(eight.array());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
