package dev.paritas.machine.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.machine.engine.ProtocolMachine;

/** Everything that two machines recorded, held equal. */
final class Records {
    private Records() {}

    static void assertExactReplay(ReplayRun run) {
        assertThat(run.replayEnd()).isEqualTo(run.baselineEnd());
        assertThat(run.unread()).isZero();
        assertEqual(run.replay(), run.baseline());
        ReplayReport report = run.report();
        assertThat(report.replayConsistent()).isTrue();
        assertThat(report.configModeConsistent()).isTrue();
        assertThat(report.exactTraceMatch()).isTrue();
        assertThat(report.exactEffectTraceMatch()).isTrue();
        assertThat(report.recordedEffectCount()).isEqualTo(run.tape().entries().size());
        assertThat(report.replayEventCount()).isEqualTo(report.baselineEventCount());
    }

    static void assertEqual(ProtocolMachine actual, ProtocolMachine expected) {
        assertThat(actual.trace()).isEqualTo(expected.trace());
        assertThat(actual.records().effectTrace()).isEqualTo(expected.records().effectTrace());
        assertThat(actual.records().effectExchanges())
                .isEqualTo(expected.records().effectExchanges());
        assertThat(actual.records().semanticObjects())
                .isEqualTo(expected.records().semanticObjects());
        assertThat(actual.records().semanticAudit())
                .isEqualTo(expected.records().semanticAudit());
        assertThat(actual.records().outputConditionChecks())
                .isEqualTo(expected.records().outputConditionChecks());
        assertThat(actual.refinementSlice()).isEqualTo(expected.refinementSlice());
    }
}
