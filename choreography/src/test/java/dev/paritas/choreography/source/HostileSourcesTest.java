package dev.paritas.choreography.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small sources that ask for much work: read in linear time, or refused at the place that asks for too much. */
@Timeout(30)
class HostileSourcesTest {
    private static final String HEAD = "protocol P =\n  roles A, B, C\n";

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private static String calls(int levels, String each, String last) {
        return HEAD + "  call P0\n  where\n"
                + each(levels, i -> "    protocol P" + i + " =\n" + each.replace("NEXT", "P" + (i + 1)))
                + "    protocol P" + levels + " =\n" + last;
    }

    private static String nested(int depth, IntFunction<String> line, String last) {
        return HEAD + each(depth, i -> "  ".repeat(i + 1) + line.apply(i) + "\n") + "  ".repeat(depth + 1) + last
                + "\n";
    }

    private static GlobalType lowered(String source) {
        return Choreography.parse(source).lower();
    }

    private static void assertLimit(Supplier<?> reading, String limit, int line, int column) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, reading::get);
        assertThat(refused).hasMessageStartingWith("Limit exceeded: ").hasMessageContaining(limit);
        SourceProblem problem = refused.only(SourceProblem.class);
        assertThat(problem.kind()).isEqualTo(SourceProblem.Kind.LIMIT);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(column);
    }

    private static void assertLimit(String source, String limit, int line, int column) {
        assertLimit(() -> Choreography.parse(source), limit, line, column);
    }

    @Test
    void calls_that_double_are_refused_where_the_protocol_becomes_too_large() {
        String twice = "      call NEXT\n      call NEXT\n";
        String message = "      A -> B : m\n";

        assertThat(lowered(calls(13, twice, message)).depth()).isEqualTo(1 << 13);
        assertThat(lowered(calls(15, twice, message)).depth()).isEqualTo(1 << 15);
        for (int levels : new int[] {16, 22, 30, 1_000}) {
            assertLimit(
                    calls(levels, twice, message),
                    "100000 statements when calls are written out and loops unrolled (source.statements)",
                    lineOfVisit(100_000, levels, 0, true, new int[1]),
                    7);
        }
        assertLimit(
                calls(40, twice, "      let x = 1\n"),
                "(source.statements)",
                lineOfVisit(100_000, 40, 0, false, new int[1]),
                7);
    }

    /** {@return the line of a statement, counted as the doubling calls are followed, the first call being number 0; else 0} */
    private static int lineOfVisit(int nth, int levels, int level, boolean message, int[] visits) {
        if (level == levels) {
            return message && ++visits[0] == nth ? 6 + 3 * level : 0;
        }
        for (int line = 7 + 3 * level - 1; line <= 7 + 3 * level; line++) {
            if (++visits[0] == nth) {
                return line;
            }
            int below = lineOfVisit(nth, levels, level + 1, message, visits);
            if (below != 0) {
                return below;
            }
        }
        return 0;
    }

    @Test
    void protocols_that_call_one_another_in_a_long_row_are_written_out() {
        String source = calls(10_000, "      A -> B : m\n      call NEXT\n", "      B -> A : n\n");

        assertThat(lowered(source).depth()).isEqualTo(10_001);
    }

    @Test
    void protocols_that_call_one_another_in_a_circle_are_refused_at_the_call() {
        String source = calls(3, "      A -> B : m\n      call NEXT\n", "      call P1\n");

        assertThat(catchThrowableOfType(ProblemException.class, () -> lowered(source)))
                .hasMessage("Syntax error: protocol 'P1' calls itself\n  at line 15, column 7\n        call P1");
    }

    @Test
    void statements_nest_up_to_a_limit() {
        assertThat(lowered(nested(255, i -> "rec X" + i, "A -> B : m")).depth()).isEqualTo(256);
        assertLimit(nested(1_000, i -> "rec X" + i, "A -> B : m"), "256 statements inside one another", 259, 515);
        assertLimit(nested(1_000, i -> "loop repeat 1", "A -> B : m"), "(source.nesting)", 259, 515);
        assertLimit(HEAD + "  choice A at\n" + "  | x => choice A at\n".repeat(20_000), "(source.nesting)", 259, 10);
    }

    @Test
    void statements_that_calls_nest_deeper_are_lowered_too() {
        String around = each(250, i -> " ".repeat(i + 6) + "rec X" + i + "\n") + " ".repeat(256) + "call NEXT\n";

        assertThat(lowered(calls(15, around, "      A -> B : m\n")).depth()).isEqualTo(3_751);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            loop repeat 999999999/  A -> B : m;                10000 rounds of a loop (source.rounds); 15
            loop repeat 99999999999999999999/  A -> B : m;     10000 rounds of a loop (source.rounds); 15
            loop repeat 10001/  let x = 1;                     10000 rounds of a loop (source.rounds); 15
            loop repeat 1000/  loop repeat 1000/    A -> B : m; loops unrolled (source.statements); 3
            loop repeat 30/  choice A at/    | x => A -> B : x/    | y => A -> B : y; (source.statements); 3
            loop repeat 9999/  choice A at/    | x => A -> B : x/    | y => A -> B : y; (source.statements); 3
            """)
    void loops_are_refused_before_they_are_unrolled(String body, String limit, int column) {
        assertLimit(HEAD + "  " + body.replace("/", "\n  "), limit, 3, column);
    }

    @Test
    void nested_loops_are_refused_at_the_one_that_becomes_too_large() {
        String source = HEAD + "  loop repeat 10\n    loop repeat 1000\n      loop repeat 1000\n        A -> B : m\n";

        assertLimit(source, "(source.statements)", 4, 5);
    }

    @Test
    void loops_with_one_way_out_are_unrolled_in_full() {
        assertThat(lowered(HEAD + "  loop repeat 100\n    loop repeat 100\n      A -> B : m\n")
                        .depth())
                .isEqualTo(10_000);
        assertThat(lowered(HEAD + "  loop repeat 0000010000\n    A -> B : m\n").depth())
                .isEqualTo(10_000);
    }

    @Test
    void messages_in_a_row_are_read_lowered_and_projected() {
        GlobalType type = lowered(HEAD + "  A -> B : m\n".repeat(80_000));

        assertThat(type.depth()).isEqualTo(80_000);
        assertThat(Projection.project(type, "B").depth()).isEqualTo(80_000);
        assertThat(Projection.project(type, "C").depth()).isZero();
        assertLimit(HEAD + "  A->B:m\n".repeat(110_000), "100000 statements (source.statements)", 100_003, 3);
    }

    @Test
    void decided_loops_in_a_row_are_lowered() {
        String source = HEAD + "  loop decide by A\n    A -> B : m\n".repeat(10_000);

        assertThat(lowered(source).depth()).isEqualTo(20_000);
    }

    @Test
    void choices_of_many_branches_are_lowered_and_projected() {
        String source = HEAD + "  choice A at\n"
                + each(2_000, i -> "    | x" + i + " =>\n      A -> B : x" + i + "\n      B -> C : y" + i + "\n");

        GlobalType type = lowered(source);

        assertThat(type.arity()).isEqualTo(2_000);
        assertThat(Projection.project(type, "C").arity()).isEqualTo(2_000);
    }

    @Test
    void many_roles_are_read_and_too_many_refused() {
        String names = each(9_999, i -> "R" + i + ", ") + "Last";
        String source = "protocol P =\n  roles " + names + "\n" + each(9_998, i -> "  R" + i + " -> Last : m\n");

        assertThat(lowered(source).roles()).hasSize(9_999);
        assertLimit(
                source.replace("Last\n", "Last, First, Second\n"),
                "10000 roles (source.roles)",
                2,
                9 + names.length() + 2);
    }

    @Test
    void comments_names_and_blanks_are_read_in_linear_time() {
        String end = "  A -> B : m\n";
        String name = "n".repeat(300_000);

        assertThat(lowered(HEAD + "-".repeat(500_000) + "\n" + end).depth()).isEqualTo(1);
        assertThat(lowered(HEAD + "{- ".repeat(150_000) + "-}\n" + end).depth()).isEqualTo(1);
        assertThat(lowered(HEAD + "{--}".repeat(150_000) + "\n" + end).depth()).isEqualTo(1);
        assertThat(lowered(HEAD + "\n".repeat(1_000_000) + end).depth()).isEqualTo(1);
        assertThat(lowered(HEAD + "  A -> B : m" + " ".repeat(1_000_000)).depth())
                .isEqualTo(1);
        assertThat(lowered(HEAD + "  A -> B : m " + "(".repeat(400_000) + ")".repeat(400_000))
                        .depth())
                .isEqualTo(1);
        assertThat(lowered(HEAD + "  A -> B : m (\"" + "x".repeat(900_000) + "\")")
                        .depth())
                .isEqualTo(1);
        assertThat(lowered(HEAD + "  A -> B : " + name).headLabels()).containsExactly(name);
        assertThat(catchThrowableOfType(ProblemException.class, () -> lowered(HEAD + "  A -> " + name + " : m\n")))
                .message()
                .startsWith("Undefined role 'nnn")
                .hasSizeLessThan(400);
    }

    @Test
    void a_long_text_is_refused_where_the_limit_ends() {
        byte[] source = (HEAD + "  A -> B : m\n" + "-".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);

        assertLimit(
                () -> Choreography.parse(source, SourceLimits.DEFAULT), "2097152 bytes (source.bytes)", 4, 2_097_111);
        assertLimit(new String(source, StandardCharsets.UTF_8), "2097152 bytes (source.bytes)", 4, 2_097_111);
    }

    @Test
    void a_byte_that_is_no_text_is_told_by_line_and_column() {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        source.writeBytes((HEAD + "  A -> B : hé").getBytes(StandardCharsets.UTF_8));
        source.writeBytes(new byte[] {(byte) 0xe9, '\n'});

        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> Choreography.parse(source.toByteArray(), SourceLimits.DEFAULT));

        assertThat(refused.problem().code()).isEqualTo("ENCODING");
        assertThat(refused)
                .hasMessage("Encoding error: byte 0xe9 at offset 43 is not part of UTF-8 text\n"
                        + "  at line 3, column 14\n    A -> B : hé");
    }

    @Test
    void a_byte_order_mark_is_told_as_such() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> Choreography.parse("\uFEFF" + HEAD)))
                .hasMessageStartingWith("Syntax error: the text begins with a byte order mark; save it without one\n"
                        + "  at line 1, column 1");
    }

    @Test
    void documents_that_indentation_makes_large_are_not_written() {
        byte[] row = (HEAD + "  A -> B : m\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        byte[] wide = (HEAD + "  choice A at\n"
                        + each(
                                90,
                                i -> "    | x" + i + " =>\n      A -> B : x" + i + "\n      loop repeat 900\n"
                                        + "        B -> A : m\n"))
                .getBytes(StandardCharsets.UTF_8);
        byte[] fits = (HEAD + "  A -> B : m\n".repeat(900)).getBytes(StandardCharsets.UTF_8);

        assertThat(catchThrowableOfType(ProblemException.class, () -> RoleExport.of("p.tell", row, "A")))
                .cause()
                .hasMessage("Limit exceeded: more than 1000 statements behind or inside one another (source.depth)\n"
                        + "  at line 1003, column 3\n    A -> B : m");
        RoleExport export = RoleExport.of("p.tell", wide, "A");
        assertThat(catchThrowableOfType(ProblemException.class, export::choreographyText))
                .hasMessage("Limit exceeded: the document would have more than 67108864 bytes (export.bytes)");
        assertThatCode(() -> RoleExport.of("p.tell", fits, "A").choreographyText())
                .doesNotThrowAnyException();
    }
}
