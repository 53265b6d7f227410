package dev.paritas.app.command;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.SourceLimits;
import dev.paritas.choreography.source.SourceProblem;
import dev.paritas.choreography.source.UnreadChoreography;
import dev.paritas.choreography.source.WrittenChoreographies;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** Choreographies from files or standard input, in every form in which they are written. */
record Choreographies(Streams streams) {
    /**
     * Reads a {@code .tell} source, a global type, a versioned choreography, or the choreographies of a run request.
     *
     * @param file {@code -} for standard input
     * @throws CommandFailure with code and place of whatever is wrong
     */
    List<ChoreographyJson> read(Path file) {
        byte[] bytes = streams.read(file, WrittenChoreographies.MAX_BYTES);
        try {
            return WrittenChoreographies.read(bytes);
        } catch (ProblemException e) {
            UnreadChoreography unread = e.only(UnreadChoreography.class);
            throw CommandFailure.at(file + " " + unread.place(), unread);
        }
    }

    /**
     * Reads a {@code .tell} source as its statements.
     *
     * @throws CommandFailure with code and place of whatever is wrong
     */
    Choreography source(Path file) {
        try {
            return Choreography.parse(streams.read(file, SourceLimits.EXPORT.bytes()), SourceLimits.EXPORT);
        } catch (ProblemException e) {
            SourceProblem problem = e.only(SourceProblem.class);
            throw CommandFailure.at(problem.code(), file + " " + problem.place(), problem.reason());
        }
    }

    /** As {@link #read}, for commands that take one: the file must hold no more. */
    ChoreographyJson readOne(Path file) {
        List<ChoreographyJson> found = read(file);
        if (found.size() > 1) {
            throw CommandFailure.at(
                    "SEVERAL_CHOREOGRAPHIES",
                    file + " /choreographies",
                    "the request holds " + found.size() + " choreographies, and this command takes one");
        }
        return found.getFirst();
    }
}
