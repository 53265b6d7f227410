package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.Edited;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.Model;
import dev.paritas.bridge.compare.ModelAnswer;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** A fuzz run finds what is planted on either side, and makes it small. The Lean model's place is taken by dialect L. */
class FuzzChecksTest {
    private static final Answerer MODEL = new Answerer(
            new Identity("a model", Optional.empty(), new ImplementationId(ImplementationId.LEAN_MODEL, "")),
            List.of());
    private static final FuzzPlan PLAN = new FuzzPlan(40, 500);
    private static final Model FAITHFUL = input -> ModelAnswer.of(new DialectSide().run(input));

    @TempDir
    Path folder;

    private LaneContext context() {
        LaneEnvironment at = LaneEnvironment.at(folder, false);
        return new LaneContext(at, LaneProgress.SILENT, true);
    }

    private static <T, R> List<R> inTurn(List<T> items, Function<T, R> work) {
        return items.stream().map(work).toList();
    }

    private LaneCheck machine(FuzzPlan plan, Side machine) {
        LaneContext context = context();
        new FuzzChecks(context, plan, machine, new DialectSide()).machine();
        return context.checks().getFirst();
    }

    private LaneCheck lean(Model model) {
        LaneContext context = context();
        new FuzzChecks(context, PLAN, new MachineSide(), new DialectSide()).lean(model, MODEL, FuzzChecksTest::inTurn);
        return context.checks().getFirst();
    }

    private List<Reproducer> reproducers() throws IOException {
        List<Reproducer> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder.resolve("target/parity/reproducers"))) {
            for (Path one : folders.sorted().toList()) {
                found.add(Reproducer.read(one));
            }
        }
        return found;
    }

    /** R with its output changed. */
    private static Side changed(Function<RunOutput, RunOutput> change) {
        Side machine = new MachineSide();
        return input -> switch (machine.run(input)) {
            case SideOutcome.Refused refused -> refused;
            case SideOutcome.Ran(RunOutput output, String error) -> new SideOutcome.Ran(change.apply(output), error);
        };
    }

    /** The plant: R loses the second message that is received in a run. */
    private static RunOutput withoutSecondReceive(RunOutput run) {
        List<TraceEvent> trace = new ArrayList<>(run.trace());
        List<TraceEvent> received =
                trace.stream().filter(event -> event.kind().equals("received")).toList();
        if (received.size() > 1) {
            trace.remove(received.get(1));
        }
        return Edited.run(run, trace, run.stepStates());
    }

    /** The plant: R's steps never show two coroutines waiting at a time; no trace shows that. */
    private static RunOutput withOneWaiting(RunOutput run) {
        return Edited.run(
                run,
                run.trace(),
                run.stepStates().stream().map(FuzzChecksTest::withOneWaiting).toList());
    }

    private static StepState withOneWaiting(StepState step) {
        if (step.blocked().size() < 2) {
            return step;
        }
        TreeMap<Long, String> blocked = new TreeMap<>(step.blocked());
        blocked.pollFirstEntry();
        return Edited.blocked(step, blocked);
    }

    private static int communications(Reproducer reproducer) {
        return reproducer.input().choreographies().stream()
                .mapToInt(choreography -> communications(choreography.globalType()))
                .sum();
    }

    private static int communications(GlobalType type) {
        int count = type instanceof GlobalType.Comm ? 1 : 0;
        for (int i = 0; i < type.arity(); i++) {
            count += communications(type.child(i));
        }
        return count;
    }

    @Test
    void faithful_sides_part_in_known_ways_only_and_leave_no_folder() {
        LaneCheck check = machine(PLAN, new MachineSide());
        assertThat(check.status()).isIn(CheckStatus.PASS, CheckStatus.COVERED);
        assertThat(check.cases()).isGreaterThan(20);
        assertThat(check.description()).endsWith(", --fuzz 40 --seed 500");
        LaneCheck lean = lean(FAITHFUL);
        assertThat(lean.status()).isEqualTo(CheckStatus.PASS);
        assertThat(lean.cases()).isEqualTo(40);
        assertThat(folder.resolve("target/parity/reproducers")).doesNotExist();
    }

    @Test
    void a_lost_event_of_the_machine_is_found_and_made_small() throws IOException {
        LaneCheck check = machine(PLAN, changed(FuzzChecksTest::withoutSecondReceive));
        assertThat(check.status()).isEqualTo(CheckStatus.FAIL);
        assertThat(check.mismatches()).first().satisfies(mismatch -> {
            assertThat(mismatch.key()).isEqualTo("fuzz/machine:unexplained");
            assertThat(mismatch.location()).startsWith("fuzz/seed-");
            assertThat(mismatch.replay())
                    .startsWith("paritas compare --reproduce target/parity/reproducers/unexplained-");
            assertThat(mismatch.told()).endsWith("; replay: " + mismatch.replay());
            assertThat(mismatch.divergence())
                    .isEqualTo(reproducers().stream()
                            .filter(kept -> kept.about().command().equals(mismatch.replay()))
                            .findFirst()
                            .orElseThrow()
                            .about()
                            .report());
        });
        assertThat(reproducers())
                .extracting(FuzzChecksTest::communications)
                .isNotEmpty()
                .allMatch(count -> count <= 4);
        assertThat(reproducers()).allSatisfy(reproducer -> {
            assertThat(reproducer.about().kind()).isEqualTo("unexplained");
            assertThat(reproducer.about().seed()).isBetween(500L, 539L);
            assertThat(reproducer.recorded().unexplained()).isTrue();
            assertThat(reproducer
                            .replayed(new MachineSide(), new DialectSide(), null)
                            .unexplained())
                    .as("the plant is gone")
                    .isFalse();
        });
    }

    @Test
    void a_change_that_only_steps_show_is_found_and_made_small() throws IOException {
        LaneCheck check = machine(PLAN, changed(FuzzChecksTest::withOneWaiting));
        assertThat(check.status()).isEqualTo(CheckStatus.FAIL);
        assertThat(check.mismatches()).extracting(Mismatch::key).contains("fuzz/machine:steps");
        assertThat(reproducers())
                .extracting(FuzzChecksTest::communications)
                .isNotEmpty()
                .allMatch(count -> count <= 4);
        assertThat(reproducers()).allSatisfy(reproducer -> {
            assertThat(reproducer.about().report().kind()).isEqualTo("step");
            assertThat(reproducer.about().report().pointer()).matches("/[0-9]+/blocked/[0-9]+");
            assertThat(reproducer.recorded().unexplained()).isTrue();
        });
    }

    @Test
    void folders_are_limited_and_findings_are_not() throws IOException {
        LaneCheck check = machine(new FuzzPlan(60, 500), changed(run -> Edited.run(run, List.of(), run.stepStates())));
        assertThat(check.mismatches()).hasSizeGreaterThan(PairJudge.KEPT);
        assertThat(reproducers()).hasSizeBetween(1, PairJudge.KEPT);
    }

    @Test
    void a_changed_answer_of_lean_is_found_and_made_small() throws IOException {
        LaneCheck check = lean(input -> renamed(FAITHFUL.answer(input)));
        assertThat(check.status()).isEqualTo(CheckStatus.FAIL);
        assertThat(check.mismatches()).first().satisfies(mismatch -> {
            assertThat(mismatch.key()).startsWith("fuzz/lean:fuzz/seed-");
            assertThat(mismatch.location()).contains("/step_states/").endsWith("/exec_status");
            assertThat(mismatch.actual())
                    .startsWith("\"waits\" (step ")
                    .contains("after the normalisations of docs/comparison.md, step ");
            assertThat(mismatch.replay())
                    .startsWith("paritas compare --lean --reproduce target/parity/reproducers/lean_model-");
        });
        assertThat(reproducers())
                .extracting(FuzzChecksTest::communications)
                .isNotEmpty()
                .allMatch(count -> count <= 4);
        assertThat(reproducers()).allSatisfy(reproducer -> {
            assertThat(reproducer.about().kind()).isEqualTo("lean_model");
            assertThat(reproducer.about().report().kind()).isEqualTo("answer");
            assertThat(reproducer.left()).isNotEqualTo(reproducer.right());
        });
    }

    @Test
    void a_member_that_no_reader_knows_is_a_difference_of_lean() {
        LaneCheck check = lean(input -> FAITHFUL.answer(input) instanceof ModelAnswer.Ran(JsonValue.Obj(var members))
                ? new ModelAnswer.Ran(with(members, "extra", JsonValue.NULL))
                : FAITHFUL.answer(input));
        assertThat(check.mismatches())
                .isNotEmpty()
                .allSatisfy(mismatch -> assertThat(mismatch.location()).endsWith("/extra"));
    }

    @Test
    void another_text_of_a_refusal_is_a_difference_of_lean() {
        LaneCheck check = lean(input -> switch (FAITHFUL.answer(input)) {
            case ModelAnswer.Ran ran -> ran;
            case ModelAnswer.Refused _ -> new ModelAnswer.Refused("no");
        });
        assertThat(check.mismatches())
                .isNotEmpty()
                .allSatisfy(mismatch -> assertThat(mismatch.actual()).contains("both refuse, with other texts"));
    }

    /** The plant: blocked coroutines have another status. */
    private static ModelAnswer renamed(ModelAnswer answer) {
        return answer instanceof ModelAnswer.Ran(JsonValue.Obj(var members))
                        && members.get("step_states") instanceof JsonValue.Array(var steps)
                ? new ModelAnswer.Ran(with(
                        members,
                        "step_states",
                        new JsonValue.Array(
                                steps.stream().map(FuzzChecksTest::renamed).toList())))
                : answer;
    }

    private static JsonValue renamed(JsonValue step) {
        return step instanceof JsonValue.Obj(var members)
                        && new JsonValue.Text("blocked").equals(members.get("exec_status"))
                ? with(members, "exec_status", new JsonValue.Text("waits"))
                : step;
    }

    private static JsonValue with(Map<String, JsonValue> members, String name, JsonValue value) {
        TreeMap<String, JsonValue> changed = new TreeMap<>(members);
        changed.put(name, value);
        return new JsonValue.Obj(changed);
    }

    @Test
    void a_side_that_throws_is_a_finding_with_its_seed() {
        LaneCheck check = machine(PLAN, changed(run -> {
            throw new IllegalStateException("planted");
        }));
        assertThat(check.status()).isEqualTo(CheckStatus.FAIL);
        assertThat(check.mismatches()).first().satisfies(mismatch -> {
            assertThat(mismatch.key()).isEqualTo("fuzz/machine:broken");
            assertThat(mismatch.actual()).isEqualTo("a defect of Paritas: planted");
            assertThat(mismatch.location()).startsWith("fuzz/seed-5");
        });
    }

    @Test
    void a_lean_that_dies_breaks_the_check_off_and_the_case_is_named() {
        LaneCheck check = lean(input -> {
            throw new ChildException(ChildErrorCode.CHILD_EXIT, "gone", "alas");
        });
        assertThat(check.status()).isEqualTo(CheckStatus.BROKEN);
        assertThat(check.failures()).hasSize(2).first().satisfies(failure -> {
            assertThat(failure.location()).isEqualTo("fuzz/seed-500");
            assertThat(failure.stderr()).isEqualTo("alas");
        });
        assertThat(check.failures().getLast().reason()).endsWith("cases were not asked any more");
    }

    @Test
    void zero_cases_are_no_pass() {
        FuzzPlan none = new FuzzPlan(0, 1);
        assertThat(machine(none, new MachineSide()).status()).isEqualTo(CheckStatus.BLOCKED);
    }

    @Test
    void one_seed_gives_the_same_cases_and_some_have_two_sessions_or_flaws() {
        assertThat(PLAN.cases()).isEqualTo(PLAN.cases()).hasSize(40);
        assertThat(PLAN.cases())
                .anySatisfy(item -> assertThat(item.input().choreographies()).hasSize(2))
                .anySatisfy(item -> assertThat(item.input().choreographies())
                        .extracting(ChoreographyJson::globalType)
                        .noneMatch(GlobalType::wellFormed))
                .allSatisfy(item -> assertThat(item.input().maxSteps()).isPositive());
        assertThat(PairRun.of(PLAN.cases().getFirst().input(), new MachineSide(), new DialectSide())
                        .unexplained())
                .isFalse();
    }

    @Test
    @DisabledIfEnvironmentVariable(
            named = "PARITAS_LEAN_RUNNERS",
            matches = ".+",
            disabledReason = "the setting of this machine would win")
    void without_lean_the_lane_is_blocked_and_where_it_is_required_it_fails() {
        LaneEnvironment nowhere = LaneEnvironment.at(folder, false);
        FuzzPlan plan = new FuzzPlan(8, 1);
        LaneReport report =
                LaneRunner.run(LaneSelection.FUZZ, nowhere, new LaneOptions(false, plan), LaneProgress.SILENT);
        assertThat(report.mode()).isEqualTo("--fuzz 8 --seed 1");
        assertThat(report.checks()).extracting(LaneCheck::id).containsExactly("fuzz/machine", "fuzz/lean");
        assertThat(report.checks().getFirst().status()).isNotEqualTo(CheckStatus.BLOCKED);
        assertThat(report.checks().getLast().status()).isEqualTo(CheckStatus.BLOCKED);
        assertThat(report.checks().getLast().skippedReason()).contains("lake has built no protocol_machine_runner");
        assertThat(report.result()).isEqualTo(LaneResult.BLOCKED);
        LaneReport required =
                LaneRunner.run(LaneSelection.FUZZ, nowhere, new LaneOptions(true, plan), LaneProgress.SILENT);
        assertThat(required.checks().getLast().mismatches())
                .extracting(Mismatch::key)
                .containsExactly("fuzz/lean:unavailable");
        assertThat(required.result().exitCode()).isEqualTo(1);
    }
}
