package dev.paritas.app.command;

import dev.paritas.choreography.path.PathProgress;
import dev.paritas.choreography.path.ProtocolPath;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which paths of a protocol were gone, and so which branches are covered: what a run did not come to counts for nothing. */
final class PathTally {
    private final ChoiceOptions.Every every;
    private final List<ProtocolPath> gone = new ArrayList<>();
    private final List<String> notRun;

    PathTally(ChoiceOptions.Every every) {
        this.every = every;
        this.notRun = new ArrayList<>(every.all().refused());
    }

    /** Tells {@code progress} what an event says of it. */
    static void tell(PathProgress progress, TraceEvent event) {
        if (event.kind().equals("sent")) {
            progress.sent(
                    Objects.requireNonNull(event.sender()),
                    Objects.requireNonNull(event.receiver()),
                    Objects.requireNonNull(event.label()));
        }
    }

    /** The run of a path is over. */
    void ended(ProtocolPath path, PathProgress progress) {
        if (progress.isComplete()) {
            gone.add(path);
        } else {
            notRun.add("the run ended before the last choice of " + path.words());
        }
    }

    /** {@return branches that no run has taken} */
    List<String> missing() {
        return every.paths().missing(gone);
    }

    int covered() {
        return every.paths().branches() - missing().size();
    }

    /** {@return sentences about paths that were not gone} */
    List<String> notRun() {
        return List.copyOf(notRun);
    }

    /** {@return ok when every path was gone, and they take every branch; else declined} */
    int exit() {
        return missing().isEmpty() && notRun.isEmpty() ? ExitCode.OK : ExitCode.DECLINED;
    }

    /** {@return what is covered, and each branch and path that is not} */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("branches covered " + covered() + "/" + every.paths().branches() + " by " + gone.size()
                + (gone.size() == 1 ? " path" : " paths"));
        missing().forEach(branch -> lines.add("not covered: " + branch));
        notRun.forEach(sentence -> lines.add("not run: " + sentence));
        return lines;
    }
}
