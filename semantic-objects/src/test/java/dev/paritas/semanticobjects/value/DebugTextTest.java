package dev.paritas.semanticobjects.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The debug rendering of every text of two equal characters, against that of Rust 1.95.0 (Unicode 17.0.0). */
class DebugTextTest {
    /** Of the lines that {@code println!("{:?}", format!("{c}a{c}"))} prints for every {@code char} in order. */
    private static final String RUST = "9ca2cbac35acf20edd2fd5bb71199bd78b974a9c8e7b11757cefdc4cb4d13d1b";

    @Test
    void every_character_is_rendered_as_rust_renders_it() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        int escaped = 0;
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                continue;
            }
            String character = Character.toString(point);
            String line = DebugText.quoted(character + "a" + character) + "\n";
            escaped += line.startsWith("\"\\u{") ? 1 : 0;
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(escaped).isEqualTo(954_582);
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(RUST);
    }

    @Test
    void half_a_pair_is_escaped() {
        assertThat(DebugText.quoted("\ud800")).isEqualTo("\"\\u{d800}\"");
    }
}
