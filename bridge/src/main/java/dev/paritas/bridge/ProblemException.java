package dev.paritas.bridge;

/** An input cannot be used; the {@link Problem} says why. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    ProblemException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** {@return what is wrong, and where} */
    public Problem problem() {
        return problem;
    }
}
