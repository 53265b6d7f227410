package dev.paritas.choreography.source;

import dev.paritas.choreography.projection.Parting;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * A {@code .tell} source with the places of all it says: its mistakes are told where they are, more than one at once. Unlike
 * {@link Choreography#parse}, it refuses what has a global type that is not well-formed.
 */
public final class WrittenSource {
    private final SourceText source;
    private final Parser.File file;
    private final List<SourceMark> warnings;

    private WrittenSource(SourceText source, Parser.File file) {
        this.source = source;
        this.file = file;
        this.warnings = Scrutiny.of(source, file);
    }

    /**
     * {@return the source that {@code utf8} spells}
     *
     * @throws ProblemException ({@link UnreadChoreography}) with all mistakes that could be found
     */
    public static WrittenSource read(byte[] utf8, SourceLimits limits) {
        try {
            SourceText source = SourceText.of(utf8, limits);
            return new WrittenSource(source, new Parser(source).file());
        } catch (ProblemException e) {
            throw unread(e);
        }
    }

    private static ProblemException unread(ProblemException e) {
        SourceProblem problem = e.only(SourceProblem.class);
        return new ProblemException(
                new UnreadChoreography(problem.code(), problem.place(), problem.reason(), problem.marks()), e);
    }

    public Choreography choreography() {
        return file.choreography();
    }

    /**
     * {@return this source in its canonical layout (docs/tell.md): the same words, lines and comments, other blanks}
     *
     * @throws ProblemException ({@link UnreadChoreography}) {@code LIMIT} when it would be too long, {@code UNFORMATTED} when it
     *     would not say the same
     */
    public String formatted() {
        String text;
        SourceText again;
        Parser.File read;
        try {
            text = Relaid.of(source);
            again = SourceText.of(text, source.limits());
            read = new Parser(again).file();
        } catch (ProblemException e) {
            throw unread(e);
        }
        if (!Words.same(source, again)
                || !Relaid.comments(source).equals(Relaid.comments(again))
                || !Outline.of(choreography()).equals(Outline.of(read.choreography()))) {
            throw new ProblemException(new UnreadChoreography(
                    "UNFORMATTED", Problem.place("", 0, 0), "laid out anew, the text would not say the same"));
        }
        return text;
    }

    /** {@return what a reader should know, in the order of the text: statements that are lost, roles that nothing uses} */
    public List<SourceMark> warnings() {
        return warnings;
    }

    /** {@return the place of the branch that parts from an earlier one of its choice; empty when the choice is not in this source} */
    public Optional<SourceMark> placeOf(Parting parting) {
        return PartedChoice.in(choreography().statements(), parting)
                .map(branch -> source.mark(
                        Parting.CODE,
                        "branch '" + Token.clipped(parting.right()) + "' parts from '" + Token.clipped(parting.left())
                                + "' for " + Token.clipped(parting.role()),
                        file.places().of(branch),
                        ""));
    }

    /**
     * {@return the global type}
     *
     * @throws ProblemException ({@link UnreadChoreography}) with the place of a statement that has none
     */
    public GlobalType lower() {
        try {
            return new Lowering(this::unlowered).lower(file.choreography().statements());
        } catch (ProblemException e) {
            throw e.problem() instanceof LoweringError error ? unlowered(file, error) : e;
        }
    }

    private ProblemException unlowered(Object at, LoweringError error) {
        Token place = file.places().of(at);
        return new ProblemException(new UnreadChoreography(
                error.code(),
                Problem.place("", place.line(), place.column()),
                error.sentence(),
                List.of(source.mark(error.code(), error.sentence(), place, hint(error)))));
    }

    private static String hint(LoweringError error) {
        return switch (error) {
            case LoweringError.UnsupportedFeature(String feature, var ignored) ->
                switch (feature) {
                    case "Broadcast" -> "write one message to each role";
                    case "Parallel" -> "write the messages one after the other; those of different roles need not wait";
                    case "Loop" ->
                        "loops that have a type: 'loop repeat 3', 'loop decide by ROLE' that begins with a"
                                + " message of ROLE, 'rec X' with 'continue X'";
                    case "Case" -> "let a role decide: 'choice ROLE at'";
                    default -> "";
                };
            case LoweringError.EmptyChoice ignored -> "";
            case LoweringError.InvalidChoice ignored ->
                "the first statement of every branch is a message of the role that decides";
            case LoweringError.InconsistentReceivers(String expected, var ignored, var label) ->
                "begin the branch with a message to " + Token.clipped(expected)
                        + ": the role that decides tells all branches to the same role";
        };
    }
}
