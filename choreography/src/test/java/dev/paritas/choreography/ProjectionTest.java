package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spec 11 §2, §4 and §5, and the sample protocols of spec 10 §7.1 and §8.1. */
class ProjectionTest {
    private static final String M = "C→B{PrepareGarlicBread.B→C{BreadReady.end}}";
    private static final String K = "C→S{Pasta.C→S{BoilPasta.S→C{PastaReady." + M + "}}, Tacos.C→S{PrepTortillas.S→C{"
            + "TortillasReady." + M + "}}}";
    private static final String PREP = "C→S{IngredientRequest.S→C{DeliveryConfirm.C→B{OvenStatus." + K + "}}}";
    private static final String SERVICE = "C→S{IngredientRequest.S→C{DeliveryConfirm.C→B{OvenStatus.C→S{CourseRequest."
            + "S→C{CourseReady." + K + "}}}}}";
    private static final String FAIL = "C→S{Ping.S→C{Pong.end}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            μt.A→B{x.t}                          | C | end
            μt.A→B{x.end}                        | C | μt.end
            μt.μs.A→B{x.t}                       | C | end
            μt.A→B{x.μs.A→B{y.s}}                | C | μt.end
            μt.A→B{x.μs.A→C{y.t}}                | B | μt.?A{x.μs.t}
            μt.A→B{c.A→C{p.t}, s.A→C{q.end}}     | C | μt.?A{p.t, q.end}
            A→A{m.end}                           | A | !A{m.end}
            A→B{l1.B→C{x.end}, l2.B→C{y.end}}    | C | ?B{x.end, y.end}
            A→B{l1.B→C{y.end, x.end}, l2.B→C{x.end, y.end}} | C | ?B{x.end, y.end}
            A→B{m.end}                           | Z | end
            """)
    void canonical_projections(String global, String role, String local) {
        assertThat(Projection.project(Notes.global(global), role)).isEqualTo(Notes.local(local));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            μt.A→B{c.t, s.C→D{d.end}}            | C | MergeFailure { role: "C", source: IncompatibleTypes }
            A→B{yes.end, no.C→D{m.end}}          | C | MergeFailure { role: "C", source: EndMismatch(Send { partner: "D", branches: [(Label { name: "m", sort: Unit }, None, End)] }) }
            A→B{}                                | Z | EmptyBranches { sender: "A", receiver: "B" }
            A→B{x.C→D{p.end}, y.C→D{q.A→B{}}}    | C | EmptyBranches { sender: "A", receiver: "B" }
            A→B{x.A→D{u.end, v.C→D{p.end}}, y.D→E{}} | C | MergeFailure { role: "C", source: EndMismatch(Send { partner: "D", branches: [(Label { name: "p", sort: Unit }, None, End)] }) }
            """)
    void refused_projections(String global, String role, String debug) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> Projection.project(Notes.global(global), role));

        assertThat(refused.only(ProjectionError.class).debugText()).isEqualTo(debug);
    }

    @Test
    void refusals_have_the_references_sentences() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> Projection.project(Notes.global("A→B{}"), "Z")))
                .hasMessage("empty branches in communication from A to B");
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> Projection.projectAll(Notes.global("A→B{x.C→D{p.end}, y.C→D{q.end}}"))))
                .hasMessage("cannot merge branches for role 'C': send branch label mismatch: cannot merge sends with"
                        + " different labels 'p' vs 'q'");
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> Projection.project(new GlobalType.Delegate("P", "Q", 0, "R", GlobalType.END), "P")))
                .hasMessage("delegation from P to Q has no canonical projection");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A→B{l1.B→C{x.end}, l2.B→C{y.end}}    | C | ?B{x.end}
            A→B{yes.end, no.C→D{m.end}}          | C | end
            A→B{}                                | A | !B{}
            A→B{}                                | B | ?A{}
            A→B{}                                | C | end
            μt.A→B{x.t}                          | C | end
            A→A{m.end}                           | A | !A{m.end}
            """)
    void candidate_projections(String global, String role, String local) {
        assertThat(CandidateProjection.trans(Notes.global(global), role)).isEqualTo(Notes.local(local));
    }

    @ParameterizedTest
    @CsvSource({
        "MealPrep, Chef, 1431 4ce178384b78614d",
        "MealPrep, SousChef, 847 539f9e5aa4185bd4",
        "MealPrep, Baker, 343 958d77ee0e0e40d3",
        "MealService, Chef, 1657 b2c0365e782163c8",
        "MealService, SousChef, 1065 75122f812c328b74",
        "MealService, Baker, 343 958d77ee0e0e40d3",
        "MinimalFail, Chef, 224 5fb403d64c878b0a",
        "MinimalFail, SousChef, 216 e812246a135cd531"
    })
    void fixture_projections_have_the_published_digests(String protocol, String role, String fingerprint) {
        assertThat(Reference.fingerprint(
                        JsonOutput.compactText(TypeCodec.LOCAL, Projection.project(fixture(protocol), role))))
                .isEqualTo(fingerprint);
        assertThat(CandidateProjection.trans(fixture(protocol), role))
                .isEqualTo(Projection.project(fixture(protocol), role));
    }

    @ParameterizedTest
    @CsvSource({
        "MealPrep, 1635 1f46fc943d3ea8eb",
        "MealService, 1895 ce79f738cb084cc3",
        "MinimalFail, 258 d9f2e19d62cbcd93"
    })
    void fixture_protocols_have_the_published_digests(String protocol, String fingerprint) {
        assertThat(Reference.fingerprint(JsonOutput.compactText(TypeCodec.GLOBAL, fixture(protocol))))
                .isEqualTo(fingerprint);
    }

    @ParameterizedTest
    @CsvSource({
        "Client→Server{ping.Server→Client{pong.end}}, 258",
        "'Client→Server{add.Server→Client{result.end}, quit.end}', 329",
        "μloop.A→B{token.B→C{token.C→A{token.loop}}}, 402"
    })
    void samples_have_the_published_size(String type, int bytes) {
        assertThat(JsonOutput.compactBytes(TypeCodec.GLOBAL, Notes.global(type)))
                .hasSize(bytes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Alice→Bob{ping.Bob→Alice{pong.end}}  | 250 f6be7ef86d34fdb1 | Alice=214 e454a857cd040479, Bob=218 a921eabb96102d46
            Client→Server{accept.Server→Client{data(string).end}, reject.Server→Client{error(string).end}} | 459 1e5f9c12071b7c7a | Client=402 39f3d2337b5b28b2, Server=402 8f7a2f69419fba19
            A→B{m1.B→C{m2.C→A{m3.end}}}          | 344 4968dea73bfaa5ee | A=206 565c693fb93dc209, B=206 0af5df134f2f562b, C=206 8b1ad52333ebfe55
            μt.A→B{continue.t, stop.end}         | 243 f9ff377e6da4542a | A=229 17dd55987d67425e, B=229 34f85f00eb9816cb
            A→B{m1.C→D{m2.end}}                  | 234 3fc7bcc1dcc0b6c2 | A=110 771547ada766d355, B=110 f1809b01da0e0327, C=110 c6a4d3e25bd1a4bc, D=110 9d241173d1d982d4
            """)
    void golden_cases_have_the_published_digests(String protocol, String fingerprint, String locals) {
        GlobalType type = Notes.global(protocol);

        assertThat(Reference.fingerprint(JsonOutput.compactText(TypeCodec.GLOBAL, type)))
                .isEqualTo(fingerprint);
        List<String> projections = Projection.projectAll(type).entrySet().stream()
                .map(local -> local.getKey() + "="
                        + Reference.fingerprint(JsonOutput.compactText(TypeCodec.LOCAL, local.getValue())))
                .toList();
        assertThat(projections).containsExactly(locals.split(", "));
    }

    private static GlobalType fixture(String name) {
        String notes = switch (name) {
            case "MealPrep" -> PREP;
            case "MealService" -> SERVICE;
            default -> FAIL;
        };
        return named(Notes.global(notes));
    }

    /** The specification abbreviates the roles. */
    private static GlobalType named(GlobalType type) {
        return switch (type) {
            case GlobalType.Comm(String sender, String receiver, List<GlobalType.Branch> branches) ->
                new GlobalType.Comm(
                        role(sender),
                        role(receiver),
                        branches.stream()
                                .map(branch -> new GlobalType.Branch(branch.label(), named(branch.continuation())))
                                .toList());
            case GlobalType.End _, GlobalType.Mu _, GlobalType.Var _, GlobalType.Delegate _ -> type;
        };
    }

    private static String role(String letter) {
        return switch (letter) {
            case "C" -> "Chef";
            case "S" -> "SousChef";
            default -> "Baker";
        };
    }
}
