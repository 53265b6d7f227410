package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder about a run of any length stays small, and what it holds of the run is what the difference needs. */
class LongReproducerTest {
    private static final int CHANGED = 6_000;
    private static final CaseInput ENDLESS = CaseInput.of(
            ChoreographyJson.of(new GlobalType.Mu(
                    "t", GlobalType.comm("A", "B", "m", GlobalType.comm("B", "A", "n", new GlobalType.Var("t"))))),
            40_000);

    @TempDir
    private Path folder = Path.of("");

    private static SideOutcome.Ran changed(SideOutcome.Ran ran) {
        RunOutput run = ran.output();
        List<TraceEvent> trace = new ArrayList<>(run.trace());
        trace.set(CHANGED, trace.get(CHANGED + 1));
        return new SideOutcome.Ran(
                new RunOutput(
                        trace,
                        run.sessions(),
                        run.stepsExecuted(),
                        run.concurrency(),
                        run.status(),
                        List.of(),
                        List.of(),
                        List.of(),
                        run.stepStates(),
                        SemanticObjects.empty()),
                null);
    }

    @Test
    void a_long_run_leaves_the_elements_around_its_difference() throws IOException {
        SideOutcome.Ran run = (SideOutcome.Ran) new DialectSide().run(ENDLESS);
        assertThat(run.output().trace().size()).isGreaterThan(2 * CHANGED);
        PairRun pair = PairRun.compare(ENDLESS, run, changed(run));
        DivergenceReport report = pair.report().orElseThrow();
        assertThat(report.index()).isEqualTo(CHANGED);
        Answerer us = Answerer.here(ImplementationId.JAVA_MODEL);
        Path kept = Reproducer.of(pair, report, new Reproducer.Origin("long", null, folder.toString(), us, us))
                .writeTo(folder);

        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(1 << 20);
        }
        Reproducer read = Reproducer.read(kept);
        RecordedSide right = Objects.requireNonNull(read.about().right());
        assertThat(right.events()).isEqualTo(run.output().trace().size());
        assertThat(right.eventsFrom()).isEqualTo(CHANGED - RecordedSide.AROUND);
        List<TraceEvent> ours = ((SideOutcome.Ran) read.left()).output().trace();
        List<TraceEvent> theirs = ((SideOutcome.Ran) read.right()).output().trace();
        assertThat(ours).hasSize(2 * RecordedSide.AROUND);
        assertThat(ours.subList(0, RecordedSide.AROUND)).isEqualTo(theirs.subList(0, RecordedSide.AROUND));
        assertThat(ours.get(RecordedSide.AROUND)).isNotEqualTo(theirs.get(RecordedSide.AROUND));
        assertThat(read.replayed(
                                new DialectSide(),
                                input -> changed((SideOutcome.Ran) new DialectSide().run(input)),
                                null)
                        .report())
                .contains(report);
    }
}
