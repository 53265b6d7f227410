package dev.paritas.bridge.corpus;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.ExecutionComparator;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published case.
 *
 * @param id path-like: {@code fixtures/ping_pong}, {@code generated/seed-0042}
 * @param seed of the generator, null for a fixture
 * @param projections of every listed role, for each choreography in order
 * @param machine run of R within the input's rounds
 * @param dialect run of L within as many rounds as R executed, or the input's when R refused
 * @param dialectSteps step states of L; empty when L refused
 * @param simulations reference simulations of the first choreography
 */
public record CorpusCase(
        String id,
        @Nullable Long seed,
        CaseInput input,
        List<RoleProjection> projections,
        RecordedOutcome machine,
        RecordedOutcome dialect,
        List<StepState> dialectSteps,
        List<RecordedSimulation> simulations) {
    public CorpusCase {
        projections = List.copyOf(projections);
        dialectSteps = List.copyOf(dialectSteps);
        simulations = List.copyOf(simulations);
    }

    /** {@return the case as the code of today makes it} */
    public static CorpusCase make(String id, @Nullable Long seed, CaseInput input) {
        List<RoleProjection> projections = input.choreographies().stream()
                .flatMap(choreography ->
                        choreography.roles().stream().map(role -> RoleProjection.of(choreography.globalType(), role)))
                .toList();
        SideOutcome machine = new MachineSide(RunDetail.OBJECTS).run(input);
        SideOutcome dialect = new DialectSide()
                .run(
                        machine instanceof SideOutcome.Ran(RunOutput output, String error)
                                ? input.within(ExecutionComparator.leanSteps(output))
                                : input);
        List<StepState> steps =
                dialect instanceof SideOutcome.Ran(RunOutput output, String error) ? output.stepStates() : List.of();
        return new CorpusCase(
                id,
                seed,
                input,
                projections,
                RecordedOutcome.of(machine),
                RecordedOutcome.of(dialect),
                steps,
                RecordedSimulation.of(input));
    }

    CorpusEntry entry() {
        return new CorpusEntry(id, seed, Sha256.hex(JsonOutput.compactBytes(CaseInput.CODEC, input)));
    }
}
