package dev.paritas.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;

/** What {@link ParityTest} makes of sound and of faulty runs. */
class ParityTestRunsTest {
    private static final String GREETING = "protocols/greeting.tell";
    private static final String ORDER = "protocols/order.tell";

    @ParameterizedTest
    @ValueSource(classes = {PlantedRuns.Sound.class, PlantedRuns.WithoutRecorder.class})
    void there_is_one_test_for_each_file_and_a_sound_run_passes(Class<?> type) {
        TestRun run = TestRun.of(type);
        assertThat(run.results()).containsOnlyKeys(GREETING, ORDER);
        assertThat(run.results().values())
                .extracting(TestExecutionResult::getStatus)
                .containsOnly(TestExecutionResult.Status.SUCCESSFUL);
    }

    @Test
    void a_violation_fails_the_test_of_its_protocol_only() {
        TestRun run = TestRun.of(PlantedRuns.Violating.class);
        assertThat(run.results().get(GREETING)).isEqualTo(TestExecutionResult.successful());
        assertThat(run.failure(ORDER)).isInstanceOf(AssertionFailedError.class).hasMessage("""
                        protocols/order.tell: session visit-1 does not follow the protocol: event 1, UNKNOWN_ROLE
                          happened  Client sends 'Hello' to Server
                          because   the protocol has no such role
                          allowed   nothing more
                          before    nothing
                          next      record a role of the protocol: Buyer, Seller""");
    }

    @Test
    void an_unfinished_session_fails_the_test() {
        assertThat(TestRun.of(PlantedRuns.Unfinished.class).failure(GREETING))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContainingAll(
                        "session visit-1 is not finished after 1 event", "Server may receive 'Hello' from Client");
    }

    @Test
    void a_recorder_that_nobody_calls_fails_the_test() {
        assertThat(TestRun.of(PlantedRuns.Silent.class).failure(GREETING))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("nothing was recorded");
    }

    @Test
    void what_runs_before_and_after_the_test_belongs_to_the_recording() {
        assertThat(TestRun.of(PlantedRuns.Around.class).results())
                .containsEntry(GREETING, TestExecutionResult.successful());
    }

    @Test
    void a_test_that_fails_by_itself_is_told_of_violations_only() {
        TestRun run = TestRun.of(PlantedRuns.FailingInTheMiddle.class);
        assertThat(run.failure(GREETING)).hasMessage("of its own").hasNoSuppressedExceptions();
        Throwable both = TestRun.of(PlantedRuns.FailingBehindAViolation.class).failure(GREETING);
        assertThat(both).hasMessage("of its own");
        assertThat(both.getSuppressed())
                .singleElement()
                .satisfies(second -> assertThat(second).hasMessageContaining("visit-1 does not follow the protocol"));
    }

    @Test
    void what_is_lost_of_a_protocol_is_told_in_the_report_of_its_test() {
        assertThat(TestRun.of(PlantedRuns.Warned.class).entries())
                .singleElement()
                .asString()
                .startsWith("warned/lost.tell: paritas.warning = LOST_STATEMENT at ")
                .contains("line 6, column 3");
        assertThat(TestRun.of(PlantedRuns.Sound.class).entries()).isEmpty();
    }

    @Test
    void a_pattern_that_matches_nothing_is_named() {
        assertThat(TestRun.of(PlantedRuns.NoFile.class).failure("is_never_run(Choreography)"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("'protocols/none-*.tell'");
    }

    @Test
    void a_pattern_that_is_none_is_named() {
        assertThat(TestRun.of(PlantedRuns.NoPattern.class).failure("is_never_run(Choreography)"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("'protocols/[.tell' is no pattern");
    }

    @Test
    void a_damaged_file_fails_its_own_test() {
        TestRun run = TestRun.of(PlantedRuns.Damaged.class);
        assertThat(run.results().get("damaged/greeting.tell")).isEqualTo(TestExecutionResult.successful());
        assertThat(run.failure("damaged/damaged.tell"))
                .hasCauseInstanceOf(InputException.class)
                .hasMessageContaining("damaged.tell");
    }

    @Test
    void files_of_the_project_are_found_where_the_class_path_has_none() {
        assertThat(TestRun.of(PlantedRuns.OfTheProject.class).results())
                .containsOnlyKeys("src/test/resources/protocols/order.tell");
    }

    @Test
    void there_is_one_test_for_each_path_which_must_be_gone() {
        assertThat(TestRun.of(PlantedRuns.EveryPath.class).results())
                .containsOnlyKeys(ORDER + " [Seller:Accept]", ORDER + " [Seller:Refuse]")
                .allSatisfy((name, result) -> assertThat(result).isEqualTo(TestExecutionResult.successful()));
        TestRun run = TestRun.of(PlantedRuns.OneWayOnly.class);
        assertThat(run.results().get(ORDER + " [Seller:Refuse]")).isEqualTo(TestExecutionResult.successful());
        assertThat(run.failure(ORDER + " [Seller:Accept]"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("session order-1: Seller chooses 'Accept' for Buyer was asked for");
    }

    @Test
    void a_damaged_file_has_no_paths_and_fails() {
        assertThat(TestRun.of(PlantedRuns.EveryPathUnread.class).failure("damaged/damaged.tell"))
                .isInstanceOf(InputException.class);
    }
}
