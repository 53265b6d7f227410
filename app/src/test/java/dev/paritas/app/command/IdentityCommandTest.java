package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paritas identity}: what identifies a choreography (docs/spec/10-types-and-json.md §4). */
final class IdentityCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_identity_is_the_digest_of_the_form() throws IOException, NoSuchAlgorithmException {
        String file = loop("t", "yes", "no");
        String form = Ran.paritas("identity", "--form", file).out().stripTrailing();
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8)));
        Ran ran = Ran.paritas("identity", "--algorithm", "sha256", file);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines().toList().getFirst()).isEqualTo("sha256  " + digest);
        assertThat(ran.out()).contains("\n  A  ", "\n  B  ");
    }

    @Test
    void names_of_variables_and_the_order_of_branches_do_not_count() throws IOException {
        Ran ran = Ran.paritas("identity", loop("t", "yes", "no"), loop("other", "no", "yes"));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("the same protocol\n");
    }

    @Test
    void a_label_counts() throws IOException {
        Ran ran = Ran.paritas("identity", "--json", loop("t", "yes", "no"), loop("t", "yes", "never"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("\"same\":false");
    }

    @Test
    void a_form_is_verified_and_another_one_is_not() throws IOException {
        String file = loop("t", "yes", "no");
        Path form = folder.resolve("form");
        Files.writeString(form, Ran.paritas("identity", "--form", file).out());
        String id =
                Ran.paritas("identity", file).out().lines().toList().getFirst().substring("blake3  ".length());
        assertThat(Ran.paritas("identity", "--verify", id, form.toString()).exit())
                .isZero();
        Ran other = Ran.paritas("identity", "--verify", "0".repeat(64), form.toString());
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.err()).startsWith("error: MISMATCH at " + form);
        assertThat(Ran.paritas("identity", "--verify", "12", form.toString()).exit())
                .isEqualTo(2);
    }

    @Test
    void a_type_with_a_free_variable_has_no_identity() {
        Ran ran = Ran.withInput("{\"kind\":\"var\",\"name\":\"t\"}", "identity", "-");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("error: INVALID_FORMAT at -: ");
    }

    private String loop(String variable, String first, String second) throws IOException {
        Path file = folder.resolve(variable + first + second + ".json");
        Files.writeString(file, """
                {"kind":"rec","var":"%1$s","body":{"kind":"comm","sender":"A","receiver":"B","branches":[
                  {"label":{"name":"%2$s","sort":"unit"},"continuation":{"kind":"var","name":"%1$s"}},
                  {"label":{"name":"%3$s","sort":"unit"},"continuation":{"kind":"var","name":"%1$s"}}]}}""".formatted(variable, first, second));
        return file.toString();
    }
}
