package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong in a source although the reader can go on: all of it is refused together. */
final class Found {
    /** Who has that many errors needs to see no more. */
    static final int MOST = 20;

    private final SourceText source;
    private final List<SourceProblem> problems = new ArrayList<>();

    Found(SourceText source) {
        this.source = source;
    }

    /** @throws ProblemException ({@link SourceProblem}) when there are enough */
    void add(SourceProblem.Kind kind, String reason, Token place, String hint) {
        SourceProblem problem = source.problem(kind, reason, place, hint);
        // A protocol that is called twice has its mistakes once.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
        if (problems.size() == MOST) {
            throw refusal();
        }
    }

    /** @throws ProblemException ({@link SourceProblem}) when there is anything */
    void refuse() {
        if (!problems.isEmpty()) {
            throw refusal();
        }
    }

    /** {@return {@code last}, which the reader could not go on from, with what was found before; a limit stands alone} */
    ProblemException with(ProblemException last) {
        SourceProblem problem = last.only(SourceProblem.class);
        if (problems.isEmpty()
                || problem.kind() == SourceProblem.Kind.LIMIT
                || problems.contains(problem.with(List.of()))) {
            return last;
        }
        problems.add(problem);
        return refusal();
    }

    private ProblemException refusal() {
        problems.sort(Comparator.comparingInt(SourceProblem::line).thenComparingInt(SourceProblem::column));
        return new ProblemException(problems.getFirst().with(problems.subList(1, problems.size())));
    }
}
