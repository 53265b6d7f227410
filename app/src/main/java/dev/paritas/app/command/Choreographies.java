package dev.paritas.app.command;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.projection.Parting;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.SourceLimits;
import dev.paritas.choreography.source.SourceMark;
import dev.paritas.choreography.source.UnreadChoreography;
import dev.paritas.choreography.source.WrittenChoreographies;
import dev.paritas.choreography.source.WrittenSource;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Choreographies from files or standard input, in every form in which they are written. What a reader should know of a source
 * is told on standard error.
 */
final class Choreographies {
    /** Warnings of one source that are shown. */
    private static final int SHOWN = 20;

    private record Source(Path file, WrittenSource written) {}

    private final Streams streams;
    private final boolean strict;
    private final List<Source> sources = new ArrayList<>();

    Choreographies(Streams streams) {
        this(streams, false);
    }

    /** @param strict whether a source is refused when statements of it are lost */
    Choreographies(Streams streams, boolean strict) {
        this.streams = streams;
        this.strict = strict;
    }

    /**
     * Reads a {@code .tell} source, a global type, a versioned choreography, or the choreographies of a run request.
     *
     * @param file {@code -} for standard input
     * @throws CommandFailure with code and place of whatever is wrong
     */
    List<ChoreographyJson> read(Path file) {
        byte[] bytes = streams.read(file, WrittenChoreographies.MAX_BYTES);
        return told(file, () -> {
            WrittenChoreographies.Read read = WrittenChoreographies.readWithWarnings(bytes);
            read.source().ifPresent(source -> sources.add(new Source(file, source)));
            warn(file, read.warnings());
            return read.choreographies();
        });
    }

    /**
     * Reads a {@code .tell} source as its statements.
     *
     * @throws CommandFailure with code and place of whatever is wrong
     */
    Choreography source(Path file) {
        byte[] bytes = streams.read(file, SourceLimits.EXPORT.bytes());
        return told(file, () -> {
            WrittenSource source = WrittenSource.read(bytes, SourceLimits.EXPORT);
            warn(file, source.warnings());
            return source.choreography();
        });
    }

    /**
     * {@return why {@code type} has no canonical projection on {@code role}, one sentence a line, and where in what was read}
     *
     * @return empty when it has one, or fails otherwise
     */
    List<String> unmergeable(GlobalType type, String role) {
        List<String> lines = new ArrayList<>();
        Parting.of(type, role).ifPresent(parting -> {
            sources.stream()
                    .flatMap(source -> source.written().placeOf(parting).stream()
                            .map(mark -> SourceLines.of(source.file(), List.of(mark))))
                    .findFirst()
                    .ifPresent(lines::addAll);
            lines.addAll(parting.lines());
        });
        return lines;
    }

    /** As {@link #unmergeable(GlobalType, String)}, of the first role that has no projection of one of these. */
    List<String> unmergeable(List<ChoreographyJson> choreographies) {
        return choreographies.stream()
                .flatMap(one -> one.roles().stream().map(role -> unmergeable(one.globalType(), role)))
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Refuses what a role cannot follow, before anything is run.
     *
     * @throws CommandFailure in the machine's words, and in plain ones
     */
    void requireProjections(List<ChoreographyJson> choreographies) {
        for (ChoreographyJson one : choreographies) {
            for (String role : one.roles()) {
                try {
                    Projection.project(one.globalType(), role);
                } catch (ProblemException e) {
                    throw CommandFailure.at(
                            "REFUSED",
                            "projection",
                            e.only(ProjectionError.class).sentence(),
                            unmergeable(one.globalType(), role));
                }
            }
        }
    }

    /** {@return what {@code reading} gives; what is wrong with a source is told at its places in {@code file}} */
    static <T> T told(Path file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ProblemException e) {
            UnreadChoreography unread = e.only(UnreadChoreography.class);
            throw CommandFailure.at(
                    unread.code(),
                    file + " " + unread.place(),
                    unread.sentence(),
                    SourceLines.of(file, unread.marks()));
        }
    }

    private void warn(Path file, List<SourceMark> warnings) {
        List<SourceMark> lost = warnings.stream()
                .filter(mark -> mark.code().equals(SourceMark.LOST_STATEMENT))
                .toList();
        if (strict && !lost.isEmpty()) {
            SourceMark first = lost.getFirst();
            throw CommandFailure.at(
                    first.code(), SourceLines.place(file, first), first.sentence(), SourceLines.of(file, lost));
        }
        for (SourceMark mark : warnings.subList(0, Math.min(SHOWN, warnings.size()))) {
            streams.complain(
                    "warning: " + mark.code() + " at " + SourceLines.place(file, mark) + ": " + mark.sentence());
            SourceLines.of(file, List.of(mark)).forEach(line -> streams.complain("  " + line));
        }
        if (warnings.size() > SHOWN) {
            streams.complain("warning: " + (warnings.size() - SHOWN) + " more of " + file);
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
