package dev.paritas.choreography.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that people make, each with its code, its place, and a word of what to do. */
class SourceMistakesTest {
    private static final String HEAD = "protocol P =\n  roles Ann, Bob, Cy\n";

    private static List<SourceMark> wrong(String source) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> WrittenSource.read(source.getBytes(StandardCharsets.UTF_8), SourceLimits.EXPORT)
                        .lower());
        assertThat(refused).as(source).isNotNull();
        UnreadChoreography unread = refused.only(UnreadChoreography.class);
        assertThat(unread.marks().getFirst().code()).isEqualTo(unread.code());
        return unread.marks();
    }

    private static List<SourceMark> warnings(String body) {
        return WrittenSource.read((HEAD + body.indent(2)).getBytes(StandardCharsets.UTF_8), SourceLimits.EXPORT)
                .warnings();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `Ann -> Bob ping`                    | SYNTAX 3:14 | expected ':', found 'ping'        | Ann
            `Ann Bob : ping`                     | SYNTAX 3:7  | expected '->', found 'Bob'        | a message is written
            `Ann -> Bbo : ping`                  | UNDEFINED_ROLE 3:10 | Undefined role 'Bbo'      | did you mean 'Bob'?
            `bob -> Ann : ping`                  | UNDEFINED_ROLE 3:3 | Undefined role 'bob'       | did you mean 'Bob'?
            `Ann -> Zeno : ping`                 | UNDEFINED_ROLE 3:10 | Undefined role 'Zeno'     | ``
            `Ann -> Bob : get-it`                | SYNTAX 3:19 | a name has no '-'                 | 'get_it'
            `Ann -> Bob : ping(a`                | SYNTAX 3:20 | a bracket is not closed           | ``
            `Ann -> Bob : ping("a)")`            | SYNTAX 3:24 | text without end                  | in quotes too
            `Ann -> Bob : ping("-- a")`          | SYNTAX 3:20 | a bracket is not closed           | '--' is one in quotes too
            `Ann -> Bob : ping("{- a)\\n  Bob -> Ann : b\\n  Ann -> Bob : c("-}")` | SYNTAX 3:22 | inside quotes | quotes
            `{- to the end`                      | SYNTAX 3:3  | a comment is not closed           | '-}'
            `// a comment`                       | SYNTAX 3:3  | expected a statement, found '/'   | '--'
            `choise Ann at`                      | SYNTAX 3:3  | expected a statement, found 'choise' | did you mean 'choice'?
            `choice at Ann`                      | SYNTAX 3:10 | the role that decides             | choice Ann at
            `choice Ann at\\n    Ann -> Bob : x` | SYNTAX 4:5  | expected a branch                 | branch is written
            `choice Ann at\\n    x => Ann -> Bob : x` | SYNTAX 4:5 | expected a branch             | branch is written
            `choice Ann at\\n    | x:\\n      Ann -> Bob : x` | SYNTAX 4:8 | expected '=>'          | branch
            `choice Ann at\\n    | x => Ann -> Bob : x\\n      Bob -> Ann : y` | SYNTAX 5:7 | expected the end of the branch | one statement
            `choice Ann at\\n    | x => Ann -> Bob : x Bob -> Ann : y` | SYNTAX 4:27 | expected the end of the line | one statement
            `choice Ann at\\n    | x =>\\n      Ann -> Bob : x\\n    | x =>\\n      Ann -> Bob : y` | DUPLICATE_LABEL 6:7 | label 'x' | ``
            `choice Ann at\\n    | x =>\\n      Bob -> Ann : x` | INVALID_CHOICE 4:7 | branch 'x' | first statement
            `choice Ann at\\n    | x => Ann -> Bob : x\\n    | y => Ann -> Cy : y` | INCONSISTENT_RECEIVERS 5:7 | branch 'y' | message to Bob
            `Ann -> Bob : x\\n    Bob -> Ann : y` | SYNTAX 4:5 | found a line that is indented deeper | same column
            `rec X\\n  Ann -> Bob : x`           | SYNTAX 4:3  | on lines that are indented deeper | ``
            `rec X\\n    continue X`             | UNGUARDED_RECURSION 4:5 | 'X' begins anew       | between
            `rec X\\n    rec Y\\n      continue X` | UNGUARDED_RECURSION 5:7 | 'X' begins anew     | between
            `rec Loop\\n    Ann -> Bob : x\\n    continue Lopo` | UNBOUND_CONTINUE 5:5 | 'rec Lopo' | did you mean 'Loop'?
            `rec X\\n    Ann -> Bob : x\\n    continue Beginning` | UNBOUND_CONTINUE 5:5 | 'rec Beginning' | 'rec X'
            `Ann -> Ann : note`                  | SELF_MESSAGE 3:3 | 'Ann' sends a message to itself | ``
            `loop times 3\\n    Ann -> Bob : x`  | SYNTAX 3:8  | expected what the loop does       | loop repeat 3
            `loop decide by Ann\\n    Ann -> Bob : Done` | DUPLICATE_LABEL 4:5 | label 'Done'      | decided loop
            `let x =\\n    Ann -> Bob : x`       | SYNTAX 4:5  | a message inside the lines of 'let' | let .. in
            `par\\n    | Ann -> Bob : x`         | UNSUPPORTED_FEATURE 3:3 | Parallel              | one after the other
            `Ann ->* : x`                        | UNSUPPORTED_FEATURE 3:3 | Broadcast             | each role
            `loop forever\\n    Ann -> Bob : x`  | UNSUPPORTED_FEATURE 3:3 | Loop                  | rec X
            `call Qq\\n  where\\n    protocol Qs =\\n      Ann -> Bob : x` | UNDEFINED_PROTOCOL 3:3 | 'Qq' | ``
            `call Q\\n  where\\n    protocol Q =\\n      Ann -> Bob : x\\n    protocol Q =\\n      Ann -> Bob : y` | SYNTAX 7:14 | 'Q' is defined twice | ``
            `roles Ann, Bob`                     | SYNTAX 3:3  | expected a statement, found 'roles' | once
            `Ännchen -> Bob : x`                 | SYNTAX 3:3  | found 'Ännchen'                   | a to z
            `Ann -> Bob : größe`                 | SYNTAX 3:16 | found 'größe'                     | a to z
            """)
    void each_is_named_at_its_place(String body, String place, String sentence, String hint) {
        List<SourceMark> marks = wrong(HEAD + "  " + body.replace("\\n", "\n") + "\n");

        assertThat(marks).hasSize(1);
        SourceMark mark = marks.getFirst();
        assertThat(mark.code() + " " + mark.line() + ":" + mark.column()).isEqualTo(place);
        assertThat(mark.sentence()).contains(sentence);
        assertThat(mark.hint()).contains(hint.equals("Ann") ? "a message is written" : hint);
        assertThat(mark.shown()).hasSize(2);
        assertThat(mark.shown().getLast()).isEqualTo(" ".repeat(mark.column() - 1) + "^");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                               | EMPTY 1:1
            `protokol P =\\n  roles A, B`                    | SYNTAX 1:1
            `bundle X\\nprotocol P =\\n  roles A, B`         | SYNTAX 1:1
            `protocol P\\n  roles A, B`                      | SYNTAX 2:3
            `protocol P =\\n  roles A B\\n  A -> B : M`      | SYNTAX 2:11
            `protocol P =\\n  roles A, B,\\n  A -> B : M`    | SYNTAX 3:3
            `protocol P(A, B) =\\n  roles A, B`              | SYNTAX 2:3
            `protocol P =\\n  roles A, B\\n\\tA -> B : M`    | LAYOUT 3:1
            `protocol P =\\n  roles A, B\\n  A -> B : M\\nprotocol Q =\\n  roles A, B` | SYNTAX 4:1
            """)
    void a_head_is_told_as_well(String source, String place) {
        SourceMark mark =
                wrong(source.replace("\\n", "\n").replace("\\t", "\t")).getFirst();

        assertThat(mark.code() + " " + mark.line() + ":" + mark.column()).isEqualTo(place);
    }

    @Test
    void all_names_that_are_not_there_are_told_at_once() {
        List<SourceMark> marks = wrong(HEAD + """
                  Ann -> Dan : x
                  call Lost
                  Eve -> Bob : y
                  Fay -> Gus : z
                """.indent(0));

        assertThat(marks)
                .extracting(mark -> mark.code() + " " + mark.line() + ":" + mark.column())
                .containsExactly(
                        "UNDEFINED_ROLE 3:10",
                        "UNDEFINED_PROTOCOL 4:3",
                        "UNDEFINED_ROLE 5:3",
                        "UNDEFINED_ROLE 6:3",
                        "UNDEFINED_ROLE 6:10");
        assertThat(wrong(HEAD + "  Ann -> Dan : x\n  Ann -> Bob x\n")).hasSize(2);
        assertThat(wrong(HEAD + "  Ann -> Dan : x\n".repeat(500))).hasSize(20);
        assertThat(wrong(HEAD + "  rec X\n    Ann -> Ann : x\n    choice Ann at\n      | a =>\n        Ann -> Bob : a\n"
                        + "        continue Y\n      | a => Ann -> Bob : b\n"))
                .extracting(SourceMark::code)
                .containsExactly("SELF_MESSAGE", "UNBOUND_CONTINUE", "DUPLICATE_LABEL");
    }

    @Test
    void a_protocol_that_is_called_twice_has_its_mistakes_once() {
        assertThat(wrong(HEAD + "  call Q\n  call Q\n  where\n    protocol Q =\n      Ann -> Ann : x\n"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `choice Ann at\\n  | x => Ann -> Bob : x\\nBob -> Cy : lost\\nCy -> Bob : too`      | LOST_STATEMENT 5:3
            `loop repeat 2\\n  Ann -> Bob : x\\nBob -> Cy : lost\\nCy -> Ann : too`             | LOST_STATEMENT 5:3
            `rec X\\n  Ann -> Bob : x\\n  continue X\\nBob -> Cy : lost`                        | LOST_STATEMENT 6:3
            `rec X\\n  Ann -> Bob : x\\n  continue X\\n  Bob -> Cy : lost`                      | LOST_STATEMENT 6:5
            `loop decide by Ann\\n  Ann -> Bob : x\\n  loop repeat 2\\n    Bob -> Ann : y`            | LOST_STATEMENT 5:5
            `loop decide by Ann\\n  Ann -> Bob : x\\n  choice Bob at\\n    | y => Bob -> Ann : y\\n    | z =>\\n      Bob -> Ann : z\\n      continue RoleDecidesLoop` | LOST_STATEMENT 5:5
            `call Q\\nBob -> Cy : lost\\nwhere\\n  protocol Q =\\n    choice Ann at\\n      | x => Ann -> Bob : x` | LOST_STATEMENT 4:3
            """)
    void statements_that_are_lost_are_told(String body, String place) {
        assertThat(warnings(body.replace("\\n", "\n")))
                .filteredOn(mark -> mark.code().equals(SourceMark.LOST_STATEMENT))
                .extracting(mark -> mark.code() + " " + mark.line() + ":" + mark.column())
                .containsExactly(place);
    }

    @Test
    void what_nothing_uses_is_told_and_nothing_else() {
        assertThat(warnings("Ann -> Bob : x\nloop decide by Ann\n  Ann -> Bob : y\nBob -> Cy : z"))
                .isEmpty();
        assertThat(
                        warnings(
                                "loop decide by Ann\n  Ann -> Bob : x\n  choice Bob at\n    | y =>\n      Bob -> Cy : y\n"
                                        + "      continue RoleDecidesLoop\n    | z =>\n      Bob -> Cy : z\n      continue RoleDecidesLoop"))
                .isEmpty();
        assertThat(warnings("Ann -> Bob[0] : x\nwhere\n  protocol Q =\n    Bob -> Cy : y"))
                .extracting(mark -> mark.code() + " " + mark.line() + ":" + mark.column())
                .containsExactly("UNUSED_ROLE 2:19", "INDEX_LEFT_OUT 3:13", "UNUSED_PROTOCOL 5:14");
    }

    @Test
    void a_caret_stands_under_its_place_whatever_is_before_it() {
        SourceMark far = wrong(HEAD + "  Ann -> Bob : " + "n".repeat(300) + " Bob -> Dan : x\n")
                .getFirst();

        String line = far.shown().getFirst();
        assertThat(line.substring(far.shown().getLast().indexOf('^'))).startsWith("Dan : x");
        SourceMark odd =
                wrong(HEAD + "  Ann -> Bob : x(\u001b[2J]\t) Bob -> Dan : x\n").getFirst();
        assertThat(odd.shown().getFirst()).doesNotContain("\u001b", "\t");
        assertThat(odd.shown().getFirst().substring(odd.shown().getLast().indexOf('^')))
                .startsWith("Dan : x");
    }
}
