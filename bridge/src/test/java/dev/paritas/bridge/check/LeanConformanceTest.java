package dev.paritas.bridge.check;

import static dev.paritas.testsupport.Json.singleQuoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.paritas.bridge.implementation.ConformanceOperations;
import dev.paritas.bridge.implementation.ConformanceOperations.Action;
import dev.paritas.bridge.implementation.ConformanceOperations.Action.Choose;
import dev.paritas.bridge.implementation.ConformanceOperations.Action.End;
import dev.paritas.bridge.implementation.ConformanceOperations.Action.Receive;
import dev.paritas.bridge.implementation.ConformanceOperations.Action.Send;
import dev.paritas.bridge.implementation.ConformanceOperations.Log;
import dev.paritas.bridge.implementation.ConformanceOperations.RoleEquivalence;
import dev.paritas.bridge.implementation.ConformanceOperations.Traces;
import dev.paritas.bridge.implementation.ConformanceOperations.Verdict;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.testsupport.Checkout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The model's conformance monitor, asked by our client; skipped with the reason where Lean is not set up. */
@Timeout(600)
class LeanConformanceTest {
    private static final SessionLimits PATIENT =
            new SessionLimits(Duration.ofSeconds(120), ChildLimits.MAX_STDOUT, 0, Duration.ofSeconds(5));

    /** A asks B, and B answers A. */
    private static final GlobalType ASK = comm("A", "B", "ask", comm("B", "A", "answer", "{'kind':'end'}"));

    @TempDir
    Path folder;

    private final ChildProcesses children = new ChildProcesses();
    private Path executable = Path.of("");

    @BeforeEach
    void find() {
        switch (LeanToolchain.find(Checkout.ROOT.resolve("lean"), System.getenv(), LeanToolchain.CONFORMANCE)) {
            case LeanToolchain.Found found -> executable = found.executable();
            case LeanToolchain.Unavailable none -> abort("no Lean here: " + none.reason());
        }
    }

    @AfterEach
    void end() {
        children.close();
    }

    private static GlobalType comm(String sender, String receiver, String label, GlobalType then) {
        return comm(sender, receiver, label, TypeCodec.GLOBAL.toTree(then).compactText());
    }

    private static GlobalType comm(String sender, String receiver, String label, String then) {
        return type("{'kind':'comm','sender':'" + sender + "','receiver':'" + receiver + "','branches':["
                + branch(label, then) + "]}");
    }

    private static String branch(String label, String then) {
        return "{'label':{'name':'" + label + "','sort':'unit'},'continuation':" + then + "}";
    }

    private static GlobalType type(String quoted) {
        return TypeCodec.GLOBAL.fromTree(singleQuoted(quoted), ReadPolicy.OWN);
    }

    private Implementation serving() {
        return Peer.CONFORMANCE.serving(new RunnerHost(children, folder, System.getenv()), executable, PATIENT);
    }

    private static Verdict verdict(Implementation lean, Action... actions) {
        return lean.ask(ConformanceOperations.CONFORM, new Log(ASK, List.of(actions)))
                .value();
    }

    /**
     * Worked cases of {@code Monitor.verdict_complete_iff}, {@code Monitor.verdict_accepts_iff},
     * {@code verdict_soFar_iff} and {@code Monitor.verdict_violates_iff}.
     */
    @Test
    void a_log_of_every_kind_has_its_verdict() {
        Action ask = new Send("A", "B", "ask");
        Action asked = new Receive("B", "A", "ask");
        Action answer = new Choose("B", "A", "answer");
        Action answered = new Receive("A", "B", "answer");
        try (Implementation lean = serving()) {
            assertThat(verdict(lean)).isEqualTo(new Verdict.SoFar());
            assertThat(verdict(lean, ask, asked, answer, answered)).isEqualTo(new Verdict.Complete());
            assertThat(verdict(lean, ask, asked, answer, answered, new End("B"), new End("A")))
                    .isEqualTo(new Verdict.Complete());
            assertThat(verdict(lean, ask, asked, answer)).as("the answer waits").isEqualTo(new Verdict.SoFar());
            assertThat(verdict(lean, ask, answer))
                    .as("B answers before it has received")
                    .isEqualTo(new Verdict.Violates(1));
            assertThat(verdict(lean, ask, asked, answer, new End("A")))
                    .as("A has to receive the answer")
                    .isEqualTo(new Verdict.Violates(3));
        }
    }

    /**
     * Two roles do x and two others y, so that only a send has to come before its receive. Worked cases of
     * {@code Monitor.verdict_complete_reorder} and {@code verdict_accepts_reorder}.
     */
    @Test
    void a_log_has_the_same_verdict_however_its_roles_are_interleaved() {
        GlobalType type = comm("A", "B", "x", comm("C", "D", "y", "{'kind':'end'}"));
        List<Action> first = List.of(new Send("A", "B", "x"), new Receive("B", "A", "x"));
        List<Action> second = List.of(new Send("C", "D", "y"), new Receive("D", "C", "y"));
        List<List<Action>> orders = interleavings(first, second);
        assertThat(orders).hasSize(6);
        try (Implementation lean = serving()) {
            for (List<Action> order : orders) {
                assertThat(lean.ask(ConformanceOperations.CONFORM, new Log(type, order))
                                .value())
                        .as("%s", order)
                        .isEqualTo(new Verdict.Complete());
                assertThat(lean.ask(ConformanceOperations.CONFORM, new Log(type, order.subList(0, 3)))
                                .value())
                        .as("the beginning of %s", order)
                        .isEqualTo(new Verdict.SoFar());
            }
        }
    }

    private static List<List<Action>> interleavings(List<Action> left, List<Action> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return List.of(Stream.concat(left.stream(), right.stream()).toList());
        }
        return Stream.concat(
                        beginning(left.getFirst(), interleavings(left.subList(1, left.size()), right)),
                        beginning(right.getFirst(), interleavings(left, right.subList(1, right.size()))))
                .toList();
    }

    private static Stream<List<Action>> beginning(Action first, List<List<Action>> rests) {
        return rests.stream()
                .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
    }

    @Test
    void a_process_of_its_own_says_the_same() {
        RunnerHost host = new RunnerHost(children, folder, System.getenv());
        try (Implementation lean = Peer.CONFORMANCE.oneShot(host, executable)) {
            assertThat(verdict(lean, new Send("A", "B", "ask"), new Send("A", "B", "ask")))
                    .isEqualTo(new Verdict.Violates(1));
        }
    }

    /** C would have to receive from A or from B, without knowing from whom: {@code Monitor.start_iff}. */
    @Test
    void a_protocol_that_does_not_project_is_refused() {
        GlobalType type = type("{'kind':'comm','sender':'A','receiver':'B','branches':["
                + branch(
                        "x",
                        TypeCodec.GLOBAL
                                .toTree(comm("A", "C", "m", "{'kind':'end'}"))
                                .compactText()) + ","
                + branch(
                        "y",
                        TypeCodec.GLOBAL
                                .toTree(comm("B", "C", "m", "{'kind':'end'}"))
                                .compactText()) + "]}");
        try (Implementation lean = serving()) {
            assertThatExceptionOfType(ImplementationException.class)
                    .isThrownBy(() -> lean.ask(ConformanceOperations.CONFORM, new Log(type, List.of()))
                            .value())
                    .satisfies(e -> assertThat(e.isRefusal()).isTrue())
                    .withMessageContaining("global_type: role C has no projection");
        }
    }

    /**
     * Worked cases of {@code RoleTrace.roleEquivalent_iff_swaps}, {@code ofRole_iff_swaps}, {@code roleEquivalent_iff} and
     * {@code isWellFormed_iff}: the first pair is one swap, and the others are none.
     */
    @Test
    void two_traces_are_the_same_for_the_roles_or_not() {
        Action left = new Send("A", "B", "x");
        Action right = new Send("C", "D", "y");
        Action arrives = new Receive("B", "A", "x");
        try (Implementation lean = serving()) {
            assertThat(equivalence(lean, List.of(left, right), List.of(right, left)))
                    .as("nobody sees who was first")
                    .isEqualTo(new RoleEquivalence(true, true));
            assertThat(equivalence(lean, List.of(left), List.of(left, arrives)))
                    .as("B did something in one of them")
                    .isEqualTo(new RoleEquivalence(false, true));
            assertThat(equivalence(lean, List.of(left, arrives), List.of(arrives, left)))
                    .as("nothing arrives before it leaves")
                    .isEqualTo(new RoleEquivalence(true, false));
            assertThatExceptionOfType(ImplementationException.class)
                    .isThrownBy(() -> equivalence(lean, List.of(new End("A")), List.of()))
                    .satisfies(e -> assertThat(e.isRefusal()).isTrue())
                    .withMessageContaining("left[0]: a trace has the actions send and receive only");
        }
    }

    private static RoleEquivalence equivalence(Implementation lean, List<Action> left, List<Action> right) {
        return lean.ask(ConformanceOperations.ROLE_EQUIVALENT, new Traces(left, right))
                .value();
    }
}
