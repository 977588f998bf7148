package town.nagar.data.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonBytes json = new JsonBytes(out);

    private String written() throws IOException {
        json.flush();
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }

    @Test
    void objectsAndArraysNestWithTheirCommas() throws IOException {
        json.beginObject().name("a").number(1).name("b").beginArray().number(2.5).nothing();
        json.beginObject().endObject().endArray().name("c").bool(true).endObject();
        assertThat(written()).isEqualTo("{\"a\":1,\"b\":[2.5,null,{}],\"c\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.5,
                35.5,
                85.5,
                0.1,
                0.0001,
                0.00001,
                1e10,
                1e300,
                -12345.6789,
                1 / 3.0
            })
    void aNumberReadsBackAsItself(double value) throws IOException {
        json.number(value);
        assertThat(Double.parseDouble(written())).isEqualTo(value);
    }

    @Test
    void tenThousandRandomNumbersReadBackAsThemselves() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        json.beginArray();
        double[] values = new double[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint((random.nextDouble() - 0.5) * 1e7) / (i % 2 == 0 ? 1e3 : 7);
            json.number(values[i]);
        }
        json.endArray();
        assertThat(MAPPER.readValue(written(), double[].class)).containsExactly(values);
    }

    @Test
    void whatIsNotFiniteIsNull() throws IOException {
        json.beginArray().number(Double.NaN).rounded(Double.POSITIVE_INFINITY).endArray();
        assertThat(written()).isEqualTo("[null,null]");
    }

    @Test
    void timesAreWrittenAsJavaWritesThem() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 1000; i++) {
            Instant at = Instant.ofEpochMilli(random.nextLong(-1L << 40, 1L << 42));
            Instant whole = i % 2 == 0 ? at : Instant.ofEpochSecond(at.getEpochSecond());
            new JsonBytes(out).time(whole.toEpochMilli()).flush();
            assertThat(written()).isEqualTo("\"" + whole + "\"");
        }
    }

    @Test
    void textInThreeScriptsAndWithControlCharactersReadsBack() throws IOException {
        String text = "S.G. \"road\"\\ \n મુખ્ય मार्ग \uD83D\uDE97";
        json.string(text);
        assertThat(MAPPER.readValue(written(), String.class)).isEqualTo(text);
    }
}
