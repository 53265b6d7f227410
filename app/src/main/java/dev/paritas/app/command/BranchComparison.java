package dev.paritas.app.command;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.choreography.path.PathProgress;
import dev.paritas.choreography.path.ProtocolPath;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two sides along every path of a protocol, and tells what became of each. */
record BranchComparison(PairOfSides sides, ChoiceOptions.Every every, long maxSteps) {
    /** {@return the exit code of the worst path; declined when a branch was not covered} */
    int tell(Streams streams, boolean json) {
        List<BranchDocument.Path> documents = new ArrayList<>();
        PathTally tally = new PathTally(every);
        int exit = ExitCode.OK;
        int agreeing = 0;
        int paths = every.chosen().size();
        for (int i = 0; i < paths; i++) {
            ProtocolPath path = every.chosen().get(i);
            PairOfSides.Result result = sides.compare(CaseInput.of(every.along(path), maxSteps));
            tally.ended(path, progress(path, result.pair()));
            int one = ExitCode.of(result.verdict());
            exit = ExitCode.worse(exit, one);
            agreeing += one == ExitCode.OK ? 1 : 0;
            if (json) {
                documents.add(
                        new BranchDocument.Path(path.choices(), result.text().tree()));
            } else {
                say(streams, ChoiceOptions.Every.name(i + 1, paths, path), result);
            }
            result.warning().ifPresent(streams::complain);
        }
        exit = ExitCode.worse(exit, tally.exit());
        String verdict = ExitCode.word(exit);
        if (json) {
            BranchDocument document = new BranchDocument(
                    verdict, tally.covered(), every.paths().branches(), tally.missing(), tally.notRun(), documents);
            streams.document(JsonOutput.compactText(BranchDocument.CODEC, document));
        } else {
            tally.lines().forEach(streams::say);
            streams.say(
                    Colours.Kind.VERDICT,
                    verdict + ": " + agreeing + " of " + paths + (paths == 1 ? " path agrees" : " paths agree"));
        }
        return exit;
    }

    /** Only where both sides ran was a path gone, as far as the machine came. */
    private static PathProgress progress(ProtocolPath path, @Nullable PairRun pair) {
        PathProgress progress = path.progress();
        if (pair != null
                && pair.machine() instanceof SideOutcome.Ran(var ran, var _)
                && pair.lean() instanceof SideOutcome.Ran) {
            ran.trace().forEach(event -> PathTally.tell(progress, event));
        }
        return progress;
    }

    /** An agreement is one line; of anything else all is told. */
    private static void say(Streams streams, String name, PairOfSides.Result result) {
        List<String> lines = result.text().human();
        streams.say(name + ": " + lines.getFirst());
        if (!(result.verdict() instanceof Verdict.Agree)) {
            lines.stream().skip(1).forEach(line -> streams.say("  " + line));
        }
        streams.flush();
    }
}
