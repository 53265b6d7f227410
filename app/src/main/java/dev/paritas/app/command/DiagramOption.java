package dev.paritas.app.command;

import dev.paritas.app.diagram.DifferenceDrawing;
import dev.paritas.app.diagram.RunDrawing;
import dev.paritas.app.diagram.SequenceDiagram;
import dev.paritas.app.diagram.SequenceForm;
import dev.paritas.app.diagram.SvgProblem;
import dev.paritas.bridge.compare.ComparisonText;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a picture is shown in the place of words. */
final class DiagramOption {
    @Option(
            names = "--diagram",
            paramLabel = "FORM",
            description = "Draw it as a sequence diagram instead: mermaid, plantuml or svg (docs/diagrams.md).")
    private @Nullable SequenceForm form;

    boolean isUsed() {
        return form != null;
    }

    /** {@return the text of a picture, without a last line end} */
    private String text(SequenceDiagram diagram) {
        if (form == null) {
            throw new IllegalStateException("nobody asked for a picture");
        }
        SequenceForm chosen = form;
        return CommandFailure.placed("--diagram", SvgProblem.class, () -> chosen.write(diagram));
    }

    void show(Streams streams, SequenceDiagram diagram) {
        streams.document(text(diagram));
    }

    /** Shows a picture, in a file when one is named. */
    void show(Streams streams, OutputOption output, SequenceDiagram diagram) {
        output.write(streams, output.isUsed() ? text(diagram) + "\n" : text(diagram));
    }

    /** {@return an empty picture of a run of these} */
    static RunDrawing run(List<ChoreographyJson> choreographies) {
        return new RunDrawing(
                choreographies.stream().map(ChoreographyJson::roles).toList());
    }

    /** Shows two runs; where none can be shown, words on standard error say why. */
    void show(Streams streams, PairRun pair, ComparisonText words) {
        List<String> lines = words.human();
        List<TraceEvent> trace =
                pair.machine() instanceof SideOutcome.Ran(RunOutput output, var _) ? output.trace() : List.of();
        switch (pair.verdict()) {
            case Verdict.Agree() -> {
                RunDrawing run = run(pair.input().choreographies());
                trace.forEach(run::add);
                show(streams, run.diagram(lines.getFirst()));
            }
            case Verdict.Diverge(DivergenceReport report) ->
                show(
                        streams,
                        DifferenceDrawing.of(
                                lines.getFirst(),
                                pair.input().choreographies().stream()
                                        .map(ChoreographyJson::roles)
                                        .toList(),
                                trace,
                                report));
            case Verdict.Declined _, Verdict.Broken _ -> lines.forEach(streams::complain);
        }
    }
}
