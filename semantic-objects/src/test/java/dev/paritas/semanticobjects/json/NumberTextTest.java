package dev.paritas.semanticobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Numbers are read and printed as serde_json 1.0.149 does, which is measured in {@code numbers.tsv}. */
class NumberTextTest {
    private static final long SEED = 20_261_129;

    private static String printed(String number) {
        return JsonInput.read(number, ReadPolicy.PEER, JsonValue.CODEC).compactText();
    }

    @Test
    void measured_numbers_are_printed_as_the_reference_prints_them() throws IOException {
        List<String[]> rows;
        try (InputStream in = Objects.requireNonNull(NumberTextTest.class.getResourceAsStream("numbers.tsv"))) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .toList();
        }
        assertThat(rows).hasSizeGreaterThan(390);
        for (String[] row : rows) {
            if (row[1].equals("!")) {
                assertThat(catchThrowableOfType(JsonException.class, () -> printed(row[0])))
                        .as(row[0])
                        .hasMessageContaining("number is out of range");
            } else {
                assertThat(printed(row[0])).as(row[0]).isEqualTo(row[1]);
            }
        }
    }

    @Test
    void printed_numbers_lead_back_by_exact_reading() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(i < 2_000 ? i + 1 : random.nextLong());
            if (Double.isFinite(value)) {
                String text = Binary64.text(value);
                assertThat(Double.parseDouble(text))
                        .as("seed %d, %s", SEED, text)
                        .isEqualTo(value);
                assertThat(new JsonValue.Num(text).text()).isEqualTo(text);
            }
        }
    }
}
