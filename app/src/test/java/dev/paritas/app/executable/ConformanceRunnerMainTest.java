package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our {@code conformance_runner} about logs that can be judged by hand, as the Lean one is tested (docs/serve.md). */
class ConformanceRunnerMainTest {
    private static final String END = "{\"kind\":\"end\"}";

    private static String comm(String sender, String receiver, String... branches) {
        StringBuilder text = new StringBuilder(
                "{\"kind\":\"comm\",\"sender\":\"" + sender + "\",\"receiver\":\"" + receiver + "\",\"branches\":[");
        for (int i = 0; i < branches.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"label\":{\"name\":\"" + branches[i] + "\",\"sort\":\"unit\"},\"continuation\":")
                    .append(branches[i + 1])
                    .append("}");
        }
        return text + "]}";
    }

    private static String type(String name) {
        return switch (name) {
            case "END" -> END;
            case "ASK" -> comm("A", "B", "ask", comm("B", "A", "answer", END));
            case "TWO" -> comm("A", "B", "x", comm("A", "C", "y", END));
            case "PIPE" -> comm("A", "B", "x", comm("A", "B", "y", END));
            case "STREAM" ->
                "{\"kind\":\"rec\",\"var\":\"X\",\"body\":"
                        + comm("A", "B", "more", "{\"kind\":\"var\",\"name\":\"X\"}", "done", END) + "}";
            case "TOLD" -> comm("A", "B", "left", comm("B", "C", "go", END), "right", comm("B", "C", "stay", END));
            case "APART" -> comm("A", "B", "x", comm("A", "C", "m", END), "y", comm("B", "C", "m", END));
            default -> "{\"kind\":\"rec\",\"var\":\"X\",\"body\":{\"kind\":\"var\",\"name\":\"X\"}}";
        };
    }

    /** {@code A!B.x} sends, {@code B?A.x} receives, {@code A+B.x} chooses, {@code A.} ends. */
    private static String event(String word) {
        int sign = 1;
        String action = switch (word.charAt(sign)) {
            case '!' -> "send";
            case '?' -> "receive";
            case '+' -> "choose";
            default -> "end";
        };
        String[] rest = word.substring(sign + 1).split("\\.");
        String more = action.equals("end") ? "" : ",\"peer\":\"" + rest[0] + "\",\"label\":\"" + rest[1] + "\"";
        return "{\"role\":\"" + word.charAt(0) + "\",\"action\":\"" + action + "\"" + more + "}";
    }

    private static String events(String words) {
        return words.isEmpty()
                ? "[]"
                : "["
                        + String.join(
                                ",",
                                List.of(words.split(" ")).stream()
                                        .map(ConformanceRunnerMainTest::event)
                                        .toList())
                        + "]";
    }

    private static Program.Ended run(String stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ConformanceRunnerMain.run(
                List.of(args), new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), out, err);
        return new Program.Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String conform(String type, String log) {
        return "{\"operation\":\"conform\",\"payload\":{\"global_type\":" + type(type) + ",\"events\":" + events(log)
                + "}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nothing has happened yet                  | ASK    | ''                                            | so_far
            without messages it is through at once    | END    | ''                                            | complete
            both messages have arrived                | ASK    | A!B.ask B?A.ask B!A.answer A?B.answer         | complete
            both roles may end then, in any order     | ASK    | A!B.ask B?A.ask B!A.answer A?B.answer B. A.   | complete
            B may end before A has received           | ASK    | A!B.ask B?A.ask B!A.answer B.                 | so_far
            A still has to receive when it ends       | ASK    | A!B.ask B?A.ask B!A.answer A.                 | 3
            A ends twice                              | ASK    | A!B.ask B?A.ask B!A.answer A?B.answer A. A.   | 5
            B answers before it has received          | ASK    | A!B.ask B!A.answer                            | 1
            B receives what nobody has sent           | ASK    | B?A.ask                                       | 0
            the first of two violations counts        | ASK    | A!B.ask A!B.ask A!B.ask                       | 1
            Z is no role                              | ASK    | A!B.ask Z!A.ask                               | 1
            Z is no role, so it cannot end            | END    | Z.                                            | 0
            A sends to C what is for B                | TWO    | A!C.y                                         | 0
            C may receive before B                    | TWO    | A!B.x A!C.y C?A.y B?A.x                       | complete
            one queue keeps its order                 | PIPE   | A!B.x A!B.y B?A.y                             | 2
            a choice is a send                        | STREAM | A+B.more B?A.more A+B.done B?A.done           | complete
            after done the loop is left               | STREAM | A!B.more A!B.done A!B.more                    | 2
            C follows what B has told                 | TOLD   | A!B.right B?A.right B!C.stay C?B.stay         | complete
            B tells C of the other choice             | TOLD   | A!B.right B?A.right B!C.go                    | 2
            """)
    void a_log_has_the_verdict_that_a_reader_gives_it(String why, String type, String log, String verdict) {
        String expected = Character.isDigit(verdict.charAt(0))
                ? "{\"event\":" + verdict + ",\"verdict\":\"violates\"}\n"
                : "{\"verdict\":\"" + verdict + "\"}\n";
        assertThat(run(conform(type, log))).as(why).isEqualTo(new Program.Ended(0, expected, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nobody sees which sender was first   | A!B.x C!D.y             | C!D.y A!B.x             | true  | true
            A sees what it sends first           | A!B.x A!C.y             | A!C.y A!B.x             | false | true
            B sees what it receives first        | A!B.x C!B.y B?A.x B?C.y | A!B.x C!B.y B?C.y B?A.x | false | true
            a receive before its send            | A!B.x B?A.x             | B?A.x A!B.x             | true  | false
            one event more                       | A!B.x                   | A!B.x B?A.x             | false | true
            y is not the oldest message          | A!B.x A!B.y B?A.y       | A!B.x A!B.y B?A.y       | true  | false
            """)
    void traces_are_the_same_for_the_roles_or_not(
            String why, String left, String right, boolean equivalent, boolean wellFormed) {
        Program.Ended ended = run("{\"operation\":\"role_equivalent\",\"payload\":{\"left\":" + events(left)
                + ",\"right\":" + events(right) + "}}");
        assertThat(ended.out())
                .as(why)
                .isEqualTo("{\"equivalent\":" + equivalent + ",\"well_formed\":" + wellFormed + "}\n");
    }

    @Test
    void what_cannot_be_asked_is_refused_with_the_place() {
        String requests = String.join(
                "\n",
                conform("APART", ""),
                conform("UNGUARDED", ""),
                "{\"operation\":\"conform\",\"payload\":{\"global_type\":" + END
                        + ",\"events\":[{\"role\":\"A\",\"action\":\"fly\"}]}}",
                "{\"operation\":\"role_equivalent\",\"payload\":{\"left\":[],\"right\":" + events("A+B.x") + "}}",
                "{\"operation\":\"fly\"}",
                conform("ASK", "A!B.ask"),
                "");
        Program.Ended served = run(requests, "--serve");
        assertThat(served.code()).isZero();
        List<String> lines = served.lines();
        assertThat(lines.getFirst())
                .contains("\"name\":\"conformance_runner\",\"operations\":[\"conform\",\"role_equivalent\"]");
        assertThat(lines.get(1)).contains("\"code\":\"REFUSED\"", "global_type: ", "'C'");
        assertThat(lines.get(2)).contains("\"code\":\"REFUSED\"", "global_type: the protocol is not well-formed");
        assertThat(lines.get(3)).contains("\"code\":\"REFUSED\"", "fly");
        assertThat(lines.get(4))
                .contains("\"code\":\"REFUSED\"", "right[0]: a trace has the actions send and receive only");
        assertThat(lines.get(5)).contains("\"code\":\"UNKNOWN_OPERATION\"");
        assertThat(lines.get(6)).contains("\"result\":{\"verdict\":\"so_far\"}");
        assertThat(lines).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"operation":"fly"} | unsupported operation: fly
            {}                  | missing operation
            7                   | missing operation
            {                   | invalid JSON
            """)
    void one_process_ends_with_one_line_about_what_it_cannot_answer(String document, String sentence) {
        Program.Ended ended = run(document);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("uncaught exception: " + sentence).hasLineCount(1);
    }
}
