package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.TelltaleValidator;
import dev.paritas.bridge.implementation.ScriptedPeer;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lane {@code --projection} against our own validator and against ones that err. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launchers are shell scripts")
@Timeout(300)
class ProjectionLaneTest {
    private static final String VALIDATOR_DEMANDED = "TELLTALE_REQUIRE_LEAN_VALIDATOR";
    private static final String RUNNER_DEMANDED = "TELLTALE_REQUIRE_LEAN_PROJECTION_RUNNER";

    @TempDir
    Path folder = Path.of("");

    private ScriptedPeer peer;
    private final Map<String, String> variables = new HashMap<>(System.getenv());

    @BeforeEach
    void open() throws IOException {
        peer = new ScriptedPeer(folder);
        variables.put("PIDS", folder.resolve("pids").toString());
        ValidatorLane.DEMANDS.forEach(variables::remove);
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private Path runners() {
        return folder.resolve("runners");
    }

    /** Our own validator; {@code sed} may falsify what it answers. */
    private void validator(String filter) throws IOException {
        String java = Executables.javaLine(TelltaleValidator.class);
        peer.script(runners().resolve("telltale_validator"), filter.isEmpty() ? "exec " + java : java + " | " + filter);
    }

    private List<LaneCheck> run(Path reference, Path corpus) {
        LaneEnvironment at = LaneEnvironment.at(Checkout.ROOT, false);
        LaneContext context = new LaneContext(
                new LaneEnvironment(
                        folder,
                        corpus,
                        at.fixtures(),
                        reference,
                        folder.resolve("no-lean"),
                        runners(),
                        folder.resolve("out"),
                        false),
                LaneProgress.SILENT,
                true,
                variables);
        ValidatorLane.run(context);
        return context.checks();
    }

    private List<LaneCheck> run() {
        return run(folder.resolve("no-reference"), Checkout.CORPUS);
    }

    private static LaneCheck check(List<LaneCheck> checks, String id) {
        return checks.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + id + " among " + checks));
    }

    @Test
    void our_own_validator_agrees_in_everything() throws IOException {
        validator("");
        List<LaneCheck> checks = run();
        assertThat(checks)
                .filteredOn(one -> one.status() != CheckStatus.PASS)
                .extracting(LaneCheck::id)
                .containsExactlyInAnyOrder("projection/lean", "projection/drift");
        assertThat(check(checks, "projection/live").cases()).isEqualTo(5);
        assertThat(check(checks, "projection/generated").cases()).isEqualTo(50);
        assertThat(check(checks, "projection/pipeline").cases()).isEqualTo(3);
        assertThat(check(checks, "projection/fragment").cases()).isEqualTo(5);
        assertThat(check(checks, "projection/exported").cases()).isEqualTo(7);
        assertThat(check(checks, "projection/published-pairs").cases()).isEqualTo(250);
        assertThat(check(checks, "projection/corpus-pairs").cases()).isEqualTo(200);
        assertThat(check(checks, "projection/asked-pairs").cases()).isEqualTo(200);
        assertThat(check(checks, "projection/lean").skippedReason()).isEqualTo(ValidatorLane.MISSING);
    }

    @Test
    void published_data_is_compared_where_it_is() throws IOException {
        validator("");
        List<LaneCheck> checks = run(Checkout.reference(""), Checkout.CORPUS);
        assertThat(check(checks, "projection/drift").status()).isEqualTo(CheckStatus.PASS);
    }

    @Test
    void a_validator_that_answers_wrongly_is_found_in_each_check() throws IOException {
        validator("sed -u -e 's/\"m2\"/\"m9\"/g' -e 's/\"result\":true/\"result\":false/g'"
                + " -e 's/\"status\":\"ok\"/\"status\":\"error\"/'");
        List<LaneCheck> checks = run();
        assertThat(check(checks, "projection/live").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("projection/live:three_party_chain/B", "projection/live:three_party_chain/C");
        assertThat(check(checks, "projection/pipeline").mismatches()).hasSize(8);
        assertThat(check(checks, "projection/fragment").mismatches()).hasSize(2);
        assertThat(check(checks, "projection/asked-pairs").status()).isEqualTo(CheckStatus.FAIL);
        // The filter swallows the exit code, so that even the damaged program is accepted.
        assertThat(check(checks, "projection/exported").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("projection/exported:lean-failing/Chef");
    }

    @Test
    void a_changed_pair_of_the_corpus_is_found() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        String text = Files.readString(Checkout.ROOT.resolve("corpus/subtyping-pairs.jsonl"), StandardCharsets.UTF_8);
        Files.writeString(
                corpus.resolve("subtyping-pairs.jsonl"),
                text.replaceFirst("\"orphan_free\":false", "\"orphan_free\":true"));
        List<LaneCheck> checks = run(folder.resolve("no-reference"), corpus);
        assertThat(check(checks, "projection/corpus-pairs").mismatches()).hasSize(1);
    }

    @Test
    void without_a_validator_the_lane_says_so_and_a_variable_demands_the_model_s_own() {
        List<LaneCheck> checks = run();
        assertThat(check(checks, "projection/live").skippedReason())
                .isEqualTo("there is no validator at runners/telltale_validator");
        assertThat(check(checks, "projection/lean").status()).isEqualTo(CheckStatus.SKIPPED);
        for (String value : List.of("1", "", "false")) {
            variables.put(VALIDATOR_DEMANDED, value);
            assertThat(check(run(), "projection/lean").status()).isEqualTo(CheckStatus.FAIL);
        }
        variables.put(VALIDATOR_DEMANDED, "0");
        assertThat(check(run(), "projection/lean").status()).isEqualTo(CheckStatus.SKIPPED);
        variables.put(RUNNER_DEMANDED, "yes");
        assertThat(check(run(), "projection/lean").status()).isEqualTo(CheckStatus.FAIL);
    }

    /** Spec 12 §7, the size lane: its limits, and the sizes it states. */
    @Test
    void the_ring_of_48_hops_has_the_published_sizes() {
        GlobalType ring = NamedProtocols.ring();
        assertThat(JsonOutput.compactBytes(TypeCodec.GLOBAL, ring)).hasSize(5_550);
        Map<String, LocalType> locals = Projection.projectAll(ring);
        assertThat(locals).hasSize(12);
        assertThat(locals.values().stream()
                        .mapToInt(local -> JsonOutput.compactBytes(TypeCodec.LOCAL, local).length)
                        .sum())
                .isEqualTo(9_784);
    }
}
