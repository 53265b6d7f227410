package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.value.ForeignText;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import dev.paritas.testsupport.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, paths and words of others never act on a terminal, and never begin a line. */
final class HostileTextTest {
    private static final String HOSTILE =
            "\u001b[31m\nagree: 7 and 7 events\r\u0000\u007f\u009b2J\u202e\u2066\u200f\u2028\u2029\ufeff\u00ad\u00a0";

    @TempDir
    private Path folder = Path.of("");

    private static String quoted(String text) {
        return new JsonValue.Text(text).compactText();
    }

    private Path message(String sender, String label) throws IOException {
        return Files.writeString(
                folder.resolve("message.json"),
                "{\"kind\":\"comm\",\"sender\":" + quoted(sender)
                        + ",\"receiver\":\"B\",\"branches\":[{\"label\":{\"name\":" + quoted(label)
                        + ",\"sort\":\"unit\"},\"continuation\":{\"kind\":\"end\"}}]}");
    }

    private static void assertHarmless(String output) {
        assertThat(output.lines()).noneMatch(line -> line.startsWith("agree: 7 and 7"));
        assertThat(output.codePoints().filter(point -> point != '\n'))
                .allMatch(point -> ForeignText.line(Character.toString(point)).equals(Character.toString(point)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "run", "run --dialect l", "import -i", "validate -v -i", "compare"})
    void a_hostile_name_is_spelled_out(String words) throws IOException {
        Path file = message("A" + HOSTILE, "l" + HOSTILE);
        Ran ran = Ran.paritas((words + " " + file).split(" "));
        assertThat(words.equals("compare") || ran.out().contains("agree: 7 and 7 events"))
                .as("the name is shown")
                .isTrue();
        assertHarmless(ran.out());
        assertHarmless(ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "run", "compare", "import -i", "validate -i"})
    void an_error_about_a_hostile_member_is_one_line(String words) throws IOException {
        Path file = Files.writeString(
                folder.resolve("member.json"),
                "{\"kind\":\"end\"," + quoted("a\nerror: FAKE at here: forged" + HOSTILE) + ":1}");
        Ran ran = Ran.paritas((words + " " + file).split(" "));
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).hasLineCount(1).contains("\\nerror: FAKE");
        assertHarmless(ran.err());
    }

    @Test
    void a_hostile_path_and_a_hostile_word_are_spelled_out() {
        for (List<String> args : List.of(
                List.of("run", "no\nsuch\u001b[2J"),
                List.of("fro\nb\u001b[2J"),
                List.of("run", "--fro\u009bb\n"),
                List.of("compare", "--root", Checkout.ROOT.toString(), "--case", "x\ny"),
                List.of("sample", "--sample", "x\u202ey"))) {
            Ran ran = Ran.paritas(args.toArray(String[]::new));
            assertThat(ran.exit()).isNotZero();
            assertThat(ran.err()).hasLineCount(1);
            assertHarmless(ran.err());
        }
    }

    /** A word that the system's encoding lacks comes as the same exception. */
    @ParameterizedTest
    @ValueSource(strings = {"run NUL", "compare --reproduce NUL", "golden --golden-dir NUL list", "corpus --root NUL"})
    void a_path_that_no_file_can_have_is_a_wrong_command_line(String words) {
        Ran ran = Ran.paritas(words.replace("NUL", "a\0b").split(" "));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .hasLineCount(1)
                .startsWith("error: USAGE: ")
                .contains("'a\\u{0}b': this cannot be the name of a file")
                .doesNotContain("java", "Exception");
    }

    @Test
    void a_path_that_no_file_can_have_is_told_when_a_document_names_it() {
        CommandFailure failure = Failures.of(catchThrowable(() -> Path.of("a\0b")));
        assertThat(failure.exitCode()).isEqualTo(3);
        assertThat(failure.line()).isEqualTo("error: IO at a\0b: this cannot be the name of a file");
    }

    @Test
    void a_runner_cannot_forge_a_verdict() throws IOException {
        Path runner = Executables.script(
                folder.resolve("runner"),
                "printf 'agree: 7 and 7 events\\nx\\033[2J\\ragree: 7 and 7\\n' >&2",
                "printf 'agree: 7 and 7 events\\nx\\033[2J\\n'",
                "exit 3");
        Ran ran = Ran.paritas(
                "compare", "--runner", runner.toString(), message("A", "l").toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).startsWith("broken");
        assertHarmless(ran.out());
        assertHarmless(ran.err());
    }

    @Test
    void a_document_keeps_its_bytes_but_on_a_terminal_where_it_means_the_same() {
        String json = quoted("a\u009b2J\u202e\ufeff\ud83d\ude00\udb40\udc41");
        assertThat(document(json, false)).isEqualTo(json + "\n");
        String seen = document(json, true);
        assertHarmless(seen);
        assertThat(seen).contains("\\u009b2J\\u202e\\ufeff\ud83d\ude00\\udb40\\udc41");
        assertThat(Json.json(seen)).isEqualTo(Json.json(json));
    }

    private static String document(String json, boolean terminal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Streams streams =
                new Streams(new ByteArrayInputStream(new byte[0]), out, new ByteArrayOutputStream(), false, terminal);
        streams.document(json);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void lines_of_others_are_marked() {
        assertThat(ForeignText.quoted("agree: all\r\nx\u001b\n")).containsExactly("  | agree: all", "  | x\\u{1b}");
        assertThat(ForeignText.line("\ud800\ttab\\")).isEqualTo("\\u{d800}\\ttab\\");
        assertThat(ForeignText.line("Zoë → 漢字 👍")).isEqualTo("Zoë → 漢字 👍");
    }
}
