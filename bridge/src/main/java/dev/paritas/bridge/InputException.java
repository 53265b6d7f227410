package dev.paritas.bridge;

/** An input cannot be used; the {@link InputProblem} says why. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient InputProblem problem;

    InputException(InputProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    InputException(InputProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** {@return what is wrong, and where} */
    public InputProblem problem() {
        return problem;
    }
}
