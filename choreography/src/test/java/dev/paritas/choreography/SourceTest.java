package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.json.ProgramPayload;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.LoweringError;
import dev.paritas.choreography.source.RoleExport;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The source subset and the exporter's steps (spec 10 §7, §8.2). */
class SourceTest {
    private static final String HEAD = "protocol P =\n  roles A, B, C\n";

    private static GlobalType lowered(String body) {
        return Choreography.parse(HEAD + body.indent(2)).lower();
    }

    private static ProblemException refused(String source) {
        return catchThrowableOfType(ProblemException.class, () -> Choreography.parse(source));
    }

    private static LoweringError unlowered(String body) {
        return catchThrowableOfType(ProblemException.class, () -> lowered(body)).only(LoweringError.class);
    }

    @ParameterizedTest
    @CsvSource({
        "lean-sample, Chef, 1635 1f46fc943d3ea8eb, 1460 3d8fe643b6109f80",
        "lean-sample, SousChef, 1635 1f46fc943d3ea8eb, 880 c477a1b663a4a629",
        "lean-sample, Baker, 1635 1f46fc943d3ea8eb, 373 daa78fbed723bf2c",
        "lean-extended, Chef, 1895 ce79f738cb084cc3, 1686 f7aa6fa4d55e478d",
        "lean-extended, SousChef, 1895 ce79f738cb084cc3, 1098 2dbb8ae670f65d0c",
        "lean-extended, Baker, 1895 ce79f738cb084cc3, 373 daa78fbed723bf2c",
        "lean-failing, Chef, 258 d9f2e19d62cbcd93, 253 f0f3ecf61ad1bc87",
        "lean-failing, SousChef, 258 d9f2e19d62cbcd93, 249 20f22455209b67bb"
    })
    void fixtures_export_to_the_published_digests(String fixture, String role, String global, String program)
            throws IOException {
        Path file = Reference.ROOT.resolve("fixtures/tell").resolve(fixture + ".tell");

        RoleExport export = RoleExport.of(file.toString(), Files.readAllBytes(file), role);

        assertThat(Reference.fingerprint(JsonOutput.compactText(TypeCodec.GLOBAL, export.choreography())))
                .isEqualTo(global);
        assertThat(Reference.fingerprint(JsonOutput.compactText(ProgramPayload.CODEC, export.program())))
                .isEqualTo(program);
        assertThat(export.choreographyText()).startsWith("{\n  \"branches\"").endsWith("\n}");
        assertThat(export.programText()).startsWith("{\n  \"local_type\"").endsWith("\n}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `A -> B : M`                                         | A→B{M.end}
            `A { deadline : 3, k : {x} } -> B : M of a.b.C`      | A→B{M.end}
            `A -> B : M { x : Int }\nB -> A : N`                 | A→B{M.B→A{N.end}}
            `A\n  -> B : M`                                      | A→B{M.end}
            `let x = 3\nA -> B : M`                              | A→B{M.end}
            `choice A at\n  | m =>\n    A -> B : m\n    B -> A : n\n  | o when (x > 1) => A -> B : p\nA -> B : lost` | A→B{m.B→A{n.end}, o.A→B{p.end}}
            `rec X\n  A -> B : M\n  continue X\nA -> B : lost`   | μX.A→B{M.X}
            `loop repeat 3\n  A -> B : M\nA -> B : lost`         | A→B{M.A→B{M.A→B{M.end}}}
            `loop repeat 0\n  A -> B : M`                        | end
            `rec X\n  loop repeat 2\n    choice A at\n      | m => A -> B : m\n      | n =>\n        A -> B : n\n        continue X` | μX.A→B{m.A→B{m.end, n.X}, n.X}
            `loop decide by A\n  A -> B : M\n  B -> C : N\nB -> C : after` | μRoleDecidesLoop.A→B{M.B→C{N.RoleDecidesLoop}, Done.B→C{after.end}}
            `call Q\nA -> B : last\nwhere\n  protocol Q =\n    B -> C : M` | B→C{M.A→B{last.end}}
            `A -> B : M -- comment\n{- more\n  of it -}\nB -> A : N` | A→B{M.B→A{N.end}}
            """)
    void statements_lower_as_specified(String body, String type) {
        assertThat(lowered(body.replace("\\n", "\n"))).isEqualTo(Notes.global(type));
    }

    @Test
    void roles_may_stand_in_parentheses_and_the_text_may_be_indented() {
        assertThat(Choreography.parse("    protocol P(A, B) =\n      A -> B : M\n")
                        .lower())
                .isEqualTo(Notes.global("A→B{M.end}"));
    }

    @Test
    void a_long_protocol_lowers_without_overflow() {
        assertThat(lowered("A -> B : M\n".repeat(10_000)).depth()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `choice A at\n  | x => B -> A : m`                    | invalid choice: branch 'x' does not start with Send from decider
            `choice A at\n  | x => A -> B : m\n  | y => continue X` | invalid choice: branch 'y' does not start with Send from decider
            `choice A at\n  | x => A -> B : m\n  | y => A -> C : m` | choice has inconsistent receivers: expected all branches to send to B, but branch 'y' sends to C
            """)
    void choices_are_refused_with_the_references_sentences(String body, String message) {
        assertThat(unlowered(body.replace("\\n", "\n")).sentence()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `A ->* : M`                                  | Broadcast
            `par\n  A -> B : M`                          | Parallel
            `loop while x\n  A -> B : M`                 | Loop
            `loop forever\n  A -> B : M`                 | Loop
            `loop repeat n\n  A -> B : M`                | Loop
            `loop decide by A\n  B -> A : M`             | Loop
            `case x\n  | y => A -> B : M`                | Case
            `timeout 5\n  A -> B : M`                    | Timeout
            `begin c`                                    | CommitmentLifecycle
            `publish x`                                  | Publish
            `publish authority`                          | Publish
            `publish x as Y`                             | PublishAuthority
            `dependent work x required for y`            | DependentWork
            `timeout 5s A at\n  A -> B : M\non timeout =>\n  A -> B : N\non cancel =>\n  A -> B : O` | Timeout
            `materialize x`                              | Materialize
            `handoff x`                                  | Handoff
            """)
    void features_without_global_type_are_named(String body, String feature) {
        assertThat(unlowered(body.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        LoweringError.UnsupportedFeature.class,
                        error -> assertThat(error.feature()).isEqualTo(feature));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `protocol P =\n\tA -> B : M`                         | LAYOUT | Layout error: Tabs are not allowed for indentation
            `protocol P =\n    roles A, B\n  A -> B : M`         | LAYOUT | Layout error: Inconsistent indentation
            `protocol P =\n  roles A, B\n  A -> B : M)`          | LAYOUT | Layout error: Unmatched closing delimiter
            `protocol P =\n  roles A, B\n  A -> Z : M`           | UNDEFINED_ROLE | Undefined role 'Z'
            `protocol P =\n  roles A, A\n  A -> A : M`           | DUPLICATE_ROLE | Duplicate role declaration 'A'
            `protocol P =\n  roles A, B\n  call Q`               | UNDEFINED_PROTOCOL | Undefined protocol 'Q'
            `protocol P =\n  A -> B : M`                         | EMPTY | Empty choreography: no statements found
            ``                                                   | EMPTY | Empty choreography: no statements found
            `protocol P = {\n  roles A, B\n}`                    | SYNTAX | Syntax error: blocks in braces
            `protocol P =\n  roles A, B\n  rec X {\n  A -> B : M }` | SYNTAX | Syntax error: blocks in braces
            `protocol P =\n  roles A, B\n  call Q\n  where\n    protocol Q =\n      call Q` | SYNTAX | Syntax error: protocol 'Q' calls itself
            """)
    void sources_are_refused_with_code_and_first_line(String source, String code, String first) {
        ProblemException refused = refused(source.replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(refused).hasMessageStartingWith(first);
        assertThat(refused.problem().code()).isEqualTo(code);
    }

    @Test
    void the_exporter_fails_step_by_step() {
        assertThat(failed("p.txt", HEAD + "  A -> B : M", "A"))
                .hasMessage("Failed to parse choreography file p.txt")
                .hasRootCauseMessage("Syntax error: Telltale source files must use the .tell extension");
        assertThat(failed("p.tell", HEAD + "  publish x", "A"))
                .hasMessageStartingWith(
                        "Failed to convert choreography to GlobalType: unsupported DSL feature: Publish. ");
        assertThat(failed("p.tell", HEAD + "  A -> B : M", "C")).hasMessage("Unknown role C");
        assertThat(failed(
                        "p.tell",
                        HEAD + "  choice A at\n    | x =>\n      A -> B : x\n      B -> C : m\n    | y => A -> B : y",
                        "C"))
                .hasMessage("Failed to project local type from global type: MergeFailure { role: \"C\", source:"
                        + " EndMismatch(Recv { partner: \"B\", branches: [(Label { name: \"m\", sort: Unit }, None, End)]"
                        + " }) }");
    }

    private static ProblemException failed(String path, String source, String role) {
        return catchThrowableOfType(
                ProblemException.class, () -> RoleExport.of(path, source.getBytes(StandardCharsets.UTF_8), role));
    }
}
