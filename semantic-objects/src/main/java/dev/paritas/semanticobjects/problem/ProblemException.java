package dev.paritas.semanticobjects.problem;

import org.jspecify.annotations.Nullable;

/** A {@link Problem} on its way to whoever asked. Its message is the problem's sentence, made when it is asked for. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(null, cause);
        this.problem = problem;
    }

    private ProblemException(Problem problem, boolean traced) {
        super(null, null, false, traced);
        this.problem = problem;
    }

    /** {@return an exception without a stack trace, for refusals that are mostly caught a few frames above} */
    public static ProblemException untraced(Problem problem) {
        return new ProblemException(problem, false);
    }

    public Problem problem() {
        return problem;
    }

    /**
     * {@return the problem of a {@code catch} that means one family} Problems of other families fly on.
     *
     * @throws ProblemException this one, when the problem is none of {@code family}
     */
    public <P extends Problem> P only(Class<P> family) {
        if (family.isInstance(problem)) {
            return family.cast(problem);
        }
        throw this;
    }

    @Override
    public String getMessage() {
        return problem.sentence();
    }
}
