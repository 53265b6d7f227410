package dev.paritas.choreography.source;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;

/** A parsed protocol: its name, its roles in the order of their declaration, its statements with all calls replaced. */
public record Choreography(String name, List<String> roles, List<Statement> statements) {
    public Choreography {
        roles = List.copyOf(roles);
        statements = List.copyOf(statements);
    }

    /**
     * {@return the protocol that {@code source} spells}
     *
     * @throws ProblemException ({@link SourceProblem}) with code, place and line
     */
    public static Choreography parse(String source) {
        return new Parser(SourceText.of(source, SourceLimits.DEFAULT)).file().choreography();
    }

    /**
     * {@return the protocol that {@code utf8} spells}
     *
     * @throws ProblemException ({@link SourceProblem}) with code, place and line
     */
    public static Choreography parse(byte[] utf8, SourceLimits limits) {
        return new Parser(SourceText.of(utf8, limits)).file().choreography();
    }

    /**
     * {@return the global type; what follows a choice, recursion, loop or continue in its block is lost (spec 10 §7.2)}
     *
     * @throws ProblemException ({@link LoweringError}) when a statement has no global type
     */
    public GlobalType lower() {
        return new Lowering(Lowering.UNPLACED).lower(statements);
    }
}
