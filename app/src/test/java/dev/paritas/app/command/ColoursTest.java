package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColoursTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");
    private static final String ESCAPE = "\u001b";

    /** {@return what both streams got} */
    private static String printed(boolean terminal, Map<String, String> environment, Consumer<Streams> work) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Streams streams = new Streams(InputStream.nullInputStream(), out, out, terminal, terminal, environment);
        work.accept(streams);
        streams.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void all(Streams streams) {
        for (String word : List.of("OK", "FAIL", "KNOWN", "STOP", "SKIP", "NOTE", "MISS")) {
            streams.say(Colours.Kind.STATUS, word + " of it");
        }
        for (String word : List.of("agree", "diverge", "declined", "broken", "conforms", "violates", "undecided")) {
            streams.say(Colours.Kind.VERDICT, word + ": why");
        }
        for (String mark : List.of("<", ">", "|")) {
            streams.say(Colours.Kind.DIFFERENCE, "  " + mark + " event");
        }
        for (String line : List.of("error: IO at x: y", "Error: y", "warning: z", "note: z", "      ^")) {
            streams.complain(line);
        }
    }

    @Test
    void on_a_terminal_each_kind_of_line_has_its_colour() {
        String seen = printed(true, XTERM, ColoursTest::all);
        assertThat(seen.lines()).hasSize(22).allMatch(line -> line.contains(ESCAPE + "[1;3"));
        assertThat(seen.lines())
                .contains(
                        "\u001b[1;32mOK\u001b[0m of it",
                        "\u001b[1;31mdiverge\u001b[0m: why",
                        "\u001b[1;31m  < event\u001b[0m",
                        "\u001b[1;31merror:\u001b[0m IO at x: y",
                        "      \u001b[1;31m^\u001b[0m");
        assertThat(seen.replaceAll("\u001b\\[(1;3[1-6]|0)m", "")).isEqualTo(printed(false, XTERM, ColoursTest::all));
    }

    @Test
    void elsewhere_and_where_none_are_wanted_there_is_no_colour() {
        assertThat(printed(false, XTERM, ColoursTest::all)).doesNotContain(ESCAPE);
        assertThat(printed(true, Map.of("TERM", "xterm", "NO_COLOR", "1"), ColoursTest::all))
                .doesNotContain(ESCAPE);
        assertThat(printed(true, Map.of("TERM", "dumb"), ColoursTest::all)).doesNotContain(ESCAPE);
        assertThat(printed(true, Map.of("TERM", "xterm", "NO_COLOR", ""), ColoursTest::all))
                .contains(ESCAPE);
    }

    @Test
    void documents_sources_and_plain_lines_have_none() {
        assertThat(printed(true, XTERM, streams -> {
                    streams.say("FAIL  !Bob{M.end}");
                    streams.say("agree");
                    streams.document("{\"verdict\":\"agree\"}");
                    streams.source("-- error: none\n  | OK =>\n");
                    streams.text("OK\n");
                }))
                .doesNotContain(ESCAPE);
    }

    @ParameterizedTest
    @EnumSource(Colours.Kind.class)
    void a_text_of_others_brings_no_escape_of_its_own(Colours.Kind kind) {
        for (String begin : List.of("OK ", "agree: ", "  < ", "error: ", "")) {
            String seen = printed(true, XTERM, streams -> streams.say(kind, begin + "x\u001b[31my\u009b1m\nFAIL z"));
            assertThat(seen.lines()).hasSize(1);
            assertThat(seen.replaceAll("\u001b\\[(1;3[1-6]|0)m", "")).doesNotContain(ESCAPE, "\u009b");
            assertThat(seen).doesNotContain("\u001b[31m");
        }
    }

    @ParameterizedTest
    @CsvSource({"STATUS,OKAY", "STATUS,x OK", "VERDICT,agreement: x", "DIFFERENCE,  = same", "DIFFERENCE,< x"})
    void what_only_resembles_a_line_of_ours_stays_plain(Colours.Kind kind, String line) {
        assertThat(printed(true, XTERM, streams -> streams.say(kind, line))).isEqualTo(line + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "version --json", "check --list", "doctor"})
    void a_command_whose_output_nobody_watches_prints_none(String words) {
        Ran ran = Ran.withInput("{\"kind\":\"end\"}", words.split(" "));
        assertThat(ran.out() + ran.err()).doesNotContain(ESCAPE);
    }
}
