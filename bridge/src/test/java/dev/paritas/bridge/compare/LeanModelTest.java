package dev.paritas.bridge.compare;

import static dev.paritas.testsupport.Json.singleQuoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.Release;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.choreography.check.AsyncSubtyping;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our clients against the model, executed by Lean; skipped with the reason where Lean is not set up. */
@Timeout(600)
class LeanModelTest {
    private static final SessionLimits PATIENT =
            new SessionLimits(Duration.ofSeconds(120), ChildLimits.MAX_STDOUT, 0, Duration.ofSeconds(5));

    @TempDir
    Path folder;

    private final ChildProcesses children = new ChildProcesses();
    private Path executable = Path.of("");

    @BeforeEach
    void find() {
        switch (LeanToolchain.find(Checkout.ROOT.resolve("lean"), System.getenv(), LeanToolchain.VALIDATOR)) {
            case LeanToolchain.Found found -> executable = found.executable();
            case LeanToolchain.Unavailable none -> abort("no Lean here: " + none.reason());
        }
    }

    @AfterEach
    void end() {
        children.close();
    }

    private RunnerHost host() {
        return new RunnerHost(children, folder, System.getenv());
    }

    private static JsonValue json(LocalType type) {
        return TypeCodec.LOCAL.toTree(type);
    }

    @Test
    void generated_protocols_project_alike_in_java_and_in_lean() {
        try (LeanRunner lean = new LeanRunner(Peer.VALIDATOR.serving(host(), executable, PATIENT))) {
            for (long seed = 0; seed < 150; seed++) {
                GlobalType type = ProtocolGenerator.generate(GeneratorOptions.ANY, seed);
                Map<String, JsonValue> projections = lean.project(TypeCodec.GLOBAL.toTree(type), List.of());
                assertThat(projections.keySet()).as("seed %d", seed).containsExactlyElementsOf(type.roles());
                List<LocalType> locals = new ArrayList<>();
                for (String role : type.roles()) {
                    LocalType expected = CandidateProjection.trans(type, role);
                    locals.add(expected);
                    assertThat(projections.get(role))
                            .as("seed %d, role %s", seed, role)
                            .isEqualTo(json(expected));
                }
                for (LocalType other : locals) {
                    assertThat(lean.checkAsyncSubtype(json(locals.getFirst()), json(other)))
                            .as("seed %d, %s against %s", seed, locals.getFirst(), other)
                            .isEqualTo(AsyncSubtyping.check(locals.getFirst(), other, Dialect.REFERENCE)
                                    .isEmpty());
                }
            }
        }
    }

    @Test
    void every_operation_answers_as_documented() {
        JsonValue global = singleQuoted(
                "{'kind':'comm','sender':'A','receiver':'B','branches':[{'label':{'name':'ping','sort':'unit'},"
                        + "'continuation':{'kind':'end'}}]}");
        JsonValue send = singleQuoted("{'kind':'send','partner':'B','branches':[{'label':{'name':'ping','sort':'unit'},"
                + "'continuation':{'kind':'end'}}]}");
        JsonValue program = new JsonValue.Obj(Map.of("role", new JsonValue.Text("A"), "local_type", send));
        JsonValue wrong = new JsonValue.Obj(Map.of("role", new JsonValue.Text("B"), "local_type", send));
        for (boolean serving : List.of(true, false)) {
            try (LeanRunner lean = serving
                    ? new LeanRunner(Peer.VALIDATOR.serving(host(), executable, PATIENT))
                    : new LeanRunner(Peer.VALIDATOR.oneShot(host(), executable))) {
                assertThat(lean.validate(global, program).success()).isTrue();
                assertThatThrownBy(() -> lean.validate(global, wrong))
                        .hasMessageContaining("exit code 1: Projection mismatch for B");
                assertThat(lean.exportProjection(global, "A"))
                        .isEqualTo(new JsonValue.Obj(Map.of("success", JsonValue.TRUE, "projection", send)));
                assertThat(lean.checkRegularPracticalFragment(send).fullUnfoldHead())
                        .isEqualTo("send");
                assertThatThrownBy(() -> lean.checkOrphanFree(singleQuoted("{'kind':'loop'}")))
                        .hasMessageContaining("exit code 1");
            }
        }
    }

    @Test
    void the_serving_mode_keeps_the_letter_of_its_document() {
        String requests = String.join(
                        "\n",
                        "{",
                        "[]",
                        "{'id':'x'}",
                        "{'id':4,'operation':'fly','payload':{}}",
                        "{'id':5,'operation':'export_projection','payload':{'global_type':{'kind':'x'},'role':'A'}}",
                        "{'id':6,'operation':'export_projection','payload':{'global_type':{'kind':'end'},'role':7}}",
                        "{'id':1e3000000}",
                        "[".repeat(150_000),
                        "{'operation':'check_orphan_free','payload':{'local_type':{'kind':'end'}}}")
                .replace('\'', '"');
        ChildResult result = children.run(
                ChildCommand.of(System.getenv(), executable.toString(), "--serve"),
                requests.getBytes(StandardCharsets.UTF_8),
                ChildLimits.within(Duration.ofMinutes(5)));
        assertThat(result.exitCode()).isZero();
        assertThat(result.stderrText()).isEmpty();
        assertThat(result.stdoutText().lines())
                .containsExactly(
                        ("{'implementation':{'kind':'lean-model'},'name':'telltale_validator','operations':['check_async_subtype','check_orphan_free',"
                                        + "'check_regular_practical_fragment','export_all_projections','export_projection',"
                                        + "'project','validate'],'schema_versions':['lean_bridge.v1'],'version':'"
                                        + Release.VERSION + "'}")
                                .replace('\'', '"'),
                        error("null", "BAD_JSON", "offset 1: unexpected end of input"),
                        error("null", "BAD_ENVELOPE", "the request is not an object"),
                        error("'x'", "BAD_ENVELOPE", "the request names no operation"),
                        error("4", "UNKNOWN_OPERATION", "unsupported operation: fly"),
                        error("5", "REFUSED", "invalid GlobalType kind: x"),
                        error("6", "REFUSED", "a role must be a string"),
                        error("null", "BAD_JSON", "offset 0: exp too large"),
                        error("null", "TOO_LARGE", "the request is too large for this process"),
                        "{'id':null,'result':{'result':true,'success':true}}".replace('\'', '"'));
    }

    private static String error(String id, String code, String message) {
        return ("{'error':{'code':'" + code + "','message':'" + message + "'},'id':" + id + "}").replace('\'', '"');
    }

    @Test
    void delegation_is_read_and_projected() throws IOException {
        Path type = folder.resolve("delegate.json");
        Path output = folder.resolve("output.json");
        Files.writeString(
                type,
                "{'kind':'delegate','delegator':'A','delegatee':'B','session_id':4e0,'role':'C','continuation':{'kind':'end'}}"
                        .replace('\'', '"'));
        ChildResult result = children.run(
                ChildCommand.of(
                        System.getenv(),
                        executable.toString(),
                        "--export-all-projections",
                        type.toString(),
                        "--output",
                        output.toString()),
                new byte[0],
                ChildLimits.within(Duration.ofMinutes(5)));
        assertThat(result.stderrText()).isEmpty();
        assertThat(result.exitCode()).isZero();
        String handover = "'branches':[{'label':{'name':'_delegate','sort':'unit'},'continuation':{'kind':'end'}}]}";
        assertThat(Json.json(Files.readString(output)))
                .isEqualTo(singleQuoted("{'success':true,'projections':{'A':{'kind':'send','partner':'B'," + handover
                        + ",'B':{'kind':'recv','partner':'A'," + handover + "}}"));
    }
}
