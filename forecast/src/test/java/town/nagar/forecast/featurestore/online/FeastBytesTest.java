package town.nagar.forecast.featurestore.online;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.Entity;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.online.FeastBytes.CorruptBytes;
import town.nagar.forecast.featurestore.row.FeatureValue;

/** Bytes worked out by hand from Feast's sources and the protobuf encoding. */
class FeastBytesTest {
    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Published with the algorithm's description on Wikipedia, MurmurHash, seed 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "test|ba6bd213",
                "Hello, world!|c0363e43",
                "The quick brown fox jumps over the lazy dog|2e4ff723"
            })
    void theHashIsThePublishedOne(String text, String hash) {
        assertThat(Integer.toHexString(Murmur3.hash(text.getBytes(UTF_8)))).isEqualTo(hash);
    }

    @Test
    void aFieldIsTheHashInLittleEndian() {
        FeatureView view = Definitions.shipped().findView("traffic_vehicle_count").orElseThrow();
        var ref = new FeatureRef(view, view.find("lag_1h").orElseThrow());
        assertThat(hex(FeastBytes.field(ref))).isEqualTo("af094ecf");
        assertThat(new String(FeastBytes.timeField(view), UTF_8))
                .isEqualTo("_ts:traffic_vehicle_count");
    }

    /** Count, then type 2, length and name, then type, length and value, then the project. */
    @Test
    void aTextKeyIsOfVersionThree() {
        var entity = new Entity("road", "road_id", Feature.Type.STRING, "");
        assertThat(hex(FeastBytes.key(entity, new FeatureValue.Text("R001"), "nagar")))
                .isEqualTo(
                        "01000000"
                                + "02000000"
                                + "07000000"
                                + "726f61645f6964"
                                + "02000000"
                                + "04000000"
                                + "52303031"
                                + "6e61676172");
    }

    @Test
    void aWholeKeyIsOfVersionThree() {
        var entity = new Entity("user", "user", Feature.Type.INT64, "");
        assertThat(hex(FeastBytes.key(entity, new FeatureValue.Whole(32768), "p")))
                .isEqualTo(
                        "01000000"
                                + "02000000"
                                + "04000000"
                                + "75736572"
                                + "04000000"
                                + "08000000"
                                + "0080000000000000"
                                + "70");
    }

    @Test
    void lengthsCountBytesOfUtf8() {
        var entity = new Entity("road", "id", Feature.Type.STRING, "");
        assertThat(hex(FeastBytes.key(entity, new FeatureValue.Text("\u0aae"), "n")))
                .isEqualTo(
                        "01000000"
                                + "02000000"
                                + "02000000"
                                + "6964"
                                + "02000000"
                                + "03000000"
                                + "e0aaae"
                                + "6e");
    }

    @Test
    void valuesAreProtobufsOneOf() throws Exception {
        List<FeatureValue> values =
                List.of(
                        FeatureValue.missing(),
                        new FeatureValue.Single(1.5f),
                        new FeatureValue.Real(0.25),
                        new FeatureValue.Whole(300),
                        new FeatureValue.Whole(0),
                        new FeatureValue.Text("hi"),
                        new FeatureValue.Truth(true));
        assertThat(values.stream().map(FeastBytes::value).map(FeastBytesTest::hex))
                .containsExactly(
                        "",
                        "350000c03f",
                        "29000000000000d03f",
                        "20ac02",
                        "2000",
                        "12026869",
                        "3801");
        for (FeatureValue value : values) {
            assertThat(FeastBytes.value(FeastBytes.value(value))).isEqualTo(value);
        }
    }

    @Test
    void timesAreWholeSeconds() throws Exception {
        Instant at = Instant.parse("2022-05-13T10:59:42.7Z");
        assertThat(hex(FeastBytes.time(at))).isEqualTo("089ef4f89306");
        assertThat(FeastBytes.time(FeastBytes.time(at)))
                .isEqualTo(Instant.parse("2022-05-13T10:59:42Z"));
        assertThat(hex(FeastBytes.time(Instant.EPOCH))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35",
                "350000c0",
                "ff",
                "120568",
                "7a00",
                "1202c328",
                "20ffffffffffffffffffff01"
            })
    void whatFeastDidNotWriteIsToldApart(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> FeastBytes.value(bytes)).isInstanceOf(CorruptBytes.class);
    }
}
