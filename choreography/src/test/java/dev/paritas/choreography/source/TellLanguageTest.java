package dev.paritas.choreography.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.Notes;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of the language (spec 10 §7.2): comments, quotes, names, lines, and declarations that say nothing of messages. */
class TellLanguageTest {
    private static final String HEAD = "protocol P =\n  roles A, B, C\n";
    private static final String TWO = "A→B{M.B→A{N.end}}";

    private static String type(String source) {
        return Choreography.parse(source).lower().toString();
    }

    private static void assertType(String source, String type) {
        assertThat(type(source.replace("\\n", "\n").replace("\\r", "\r")))
                .isEqualTo(Notes.global(type).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  A -> B : M -- opens {- nothing\n  B -> A : N",
                "  A -> B : M\n  -- {- nothing\n  -- -} either\n  B -> A : N",
                "  {- was -- here -} A -> B : M\n  B -> A : N",
                "  {- of two\nlines -- and more -} A -> B : M\n  B -> A : N",
                "  A -> B : M {- behind\n  -}\n  B -> A : N",
                "  {- one -} {- two -} A -> B : M\n {- three -}\n  B -> A : N",
                "  A -> B {- inside -} : M\n  B -> A : N",
                "  A -> B : M(x {- ) -} y)\n  B -> A : N",
                "\t-- a comment behind a tab\n  A -> B : M\n \t \n  B -> A : N",
            })
    void comments_hide_what_is_in_them_and_nothing_else(String body) {
        assertType(HEAD + body + "\n", TWO);
    }

    @Test
    void a_comment_ends_with_its_line_whatever_ends_the_line() {
        assertType((HEAD + "  A -> B : M -- one\n  B -> A : N\n").replace("\n", "\r"), TWO);
        assertType((HEAD + "  A -> B : M -- one\n  B -> A : N\n").replace("\n", "\r\n"), TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(don\"t)", "(\"a\\\"b\")", "(\"one\n\")", "{ a : \" }", "(\"x\", \"y\" , \")", "(größe → 3)",
                " of Int", " of a.b.Int", " of Map<Int, List<a.B>>", " of Int(x)", " of List<Int> { x : 1 }", "\n  (x)",
            })
    void payloads_are_passed_over(String payload) {
        assertType(HEAD + "  A -> B : M" + payload + "\n  B -> A : N\n", TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "choice", "rec", "loop", "continue", "call", "let", "where", "roles", "protocol", "par", "case",
                        "timeout",
                "begin", "publish", "observe", "authoritative", "of", "at", "in", "on", "when", "as", "module", "import"
            })
    void every_word_may_name_a_role(String word) {
        String body =
                "  W -> B : M\n  B -> W : N\n  W { deadline : 3 } -> B : O\n  choice W at\n    | x => W -> B : x\n";
        Set<String> roles = new TreeSet<>(Set.of(word, "B"));

        for (String head : new String[] {"protocol P =\n  roles W, B\n", "protocol P(W, B) =\n"}) {
            Choreography parsed = Choreography.parse((head + body).replace("W", word));
            assertThat(parsed.lower()).isEqualTo(Notes.global("W→B{M.B→W{N.W→B{O.W→B{x.end}}}}".replace("W", word)));
            assertThat(new TreeSet<>(parsed.roles())).isEqualTo(roles);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let x = y in\n    A -> B : M\n  B -> A : N",
                "let x = f(y, \"->\") in\n  A -> B : M\n  B -> A : N",
                "let x = y in A -> B : M\n  B -> A : N",
                "let x = 3 A -> B : M B -> A : N",
                "let x =\n    f(y)\n  A -> B : M\n  B -> A : N",
                "observe let x = observe R.ready(s)\n  A -> B : M\n  B -> A : N",
                "authoritative let x = check R.ready(s)\n  A -> B : M\n  B -> A : N",
                "authoritative let x = check R.ready(s) in\n    let z = y in\n      A -> B : M\n    B -> A : N",
                "let in = 3\n  A -> B : M\n  B -> A : N",
            })
    void no_binding_takes_a_message_along(String body) {
        assertType(HEAD + "  " + body + "\n", TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module m exposing (P)\n",
                "module m\nimport a.b\nimport c exposing (d, e)\n\n",
                "type alias X = Int\ntype Error =\n  | NotReady\n  | Late\n",
                "type T =\n| One\n| Two of Int\n",
                "profile Replay fairness eventual admissibility replay\n",
                "effect Runtime\n  observe ready : Session -> Bool\n",
            })
    void declarations_of_the_file_say_nothing_of_messages(String declarations) {
        assertType(declarations + HEAD + "  A -> B : M\n  B -> A : N\n", TWO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `protocol P uses R =\\n  roles A, B`
            `protocol P uses R, S.T under U requires V =\\n  roles A, B`
            `protocol P(A, B) requires R =`
            `protocol P =\\n  roles A,\\n  B`
            `protocol P =\\n  roles A,\\n        B`
            `protocol P =\\n  roles A\\n      , B`
            `protocol P =\\n  roles A, B[3], C[*], D[N]`
            """)
    void a_protocol_may_be_headed_in_many_ways(String head) {
        assertType(head + "\n  A -> B : M\n  B -> A : N\n", TWO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `A -> B : M B -> A : N`                                         | A→B{M.B→A{N.end}}
            `A ->\\n    B : M\\n  B\\n    -> A : N`                         | A→B{M.B→A{N.end}}
            `A -> B :\\n      M\\n  B -> A\\n  : N`                         | A→B{M.B→A{N.end}}
            `A -> B : M rec X\\n    B -> A : N\\n    continue X`            | A→B{M.μX.B→A{N.X}}
            `A -> B[0] : M\\n  B[i] -> A : N`                               | A→B{M.B→A{N.end}}
            `choice A at | x => A -> B : x | y => A -> B : y`               | A→B{x.end, y.end}
            `choice A at\\n    | x when check R.ready(s) yields w =>\\n      A -> B : x\\n    | y when (f(z)) => A -> B : y` | A→B{x.end, y.end}
            """)
    void statements_are_told_apart_by_their_words(String body, String type) {
        assertType(HEAD + "  " + body + "\n", type);
    }
}
