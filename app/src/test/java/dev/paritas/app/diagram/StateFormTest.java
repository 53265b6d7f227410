package dev.paritas.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.monitor.Action;
import dev.paritas.choreography.monitor.RoleStates;
import dev.paritas.semanticobjects.value.ForeignText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The states of a role, whatever it and its messages are called. */
final class StateFormTest {
    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

    private static final Pattern ESCAPED = Pattern.compile("&(lt|gt|quot|amp|#[0-9]+);");

    private static RoleStates looped(String label) {
        return new RoleStates(
                2,
                List.of(1),
                List.of(
                        new RoleStates.Move(0, Action.SEND, label, label, 0),
                        new RoleStates.Move(0, Action.RECEIVE, "B", label, 1)));
    }

    @ParameterizedTest
    @MethodSource("dev.paritas.app.diagram.SequenceFormTest#hostile")
    void a_picture_shows_role_and_labels_as_they_are_written(String name) {
        String svg = StateForm.SVG.write(name, looped(name));
        List<String> texts = TEXT.matcher(svg)
                .results()
                .map(found -> unescaped(found.group(1)))
                .toList();
        String shown = ForeignText.line(name);
        assertThat(texts).contains(shown, "!" + shown + " " + shown, "?B " + shown, "0", "1");
        assertThat(svg).doesNotContain("href=", "<script", "<a ", "<image");
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "lt" -> "<";
                            case "gt" -> ">";
                            case "quot" -> "\"";
                            case "amp" -> "&";
                            default ->
                                Character.toString(
                                        Integer.parseInt(found.group(1).substring(1)));
                        }));
    }

    @ParameterizedTest
    @MethodSource("dev.paritas.app.diagram.SequenceFormTest#hostile")
    void a_dot_source_has_one_line_for_each_state_and_move_and_closes_every_quote(String name) {
        String quoted = "\"([^\"\\\\]|\\\\\\\\|\\\\\")*\"";
        assertThat(StateForm.DOT.write(name, looped(name)).lines())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line)
                        .matches("digraph " + quoted + " \\{|    label=" + quoted + "; labelloc=t; rankdir=TB;"
                                + "|    node \\[shape=circle\\];|    start \\[shape=point\\];|    start -> s0;"
                                + "|    s\\d \\[label=\"\\d\"(, shape=doublecircle)?\\];"
                                + "|    s\\d -> s\\d \\[label=" + quoted + "\\];|\\}"));
    }

    @ParameterizedTest
    @MethodSource("dev.paritas.app.diagram.SequenceFormTest#hostile")
    void a_mermaid_source_has_one_line_for_each_state_and_move_and_no_character_that_acts(String name) {
        String text = "([\\p{L}\\p{N} ,._-]|#[0-9]+;)+";
        assertThat(StateForm.MERMAID.write(name, looped(name)).lines())
                .hasSize(9)
                .allSatisfy(line -> assertThat(line)
                        .matches("stateDiagram-v2|    state \"" + text + "\" as role \\{"
                                + "|        state \"\\d\" as s\\d|        \\[\\*\\] --> s0|        s1 --> \\[\\*\\]"
                                + "|        s\\d --> s\\d: " + text + "|    \\}"));
    }
}
