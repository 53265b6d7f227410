package dev.paritas.bridge.check;

import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.report.CaseFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What several processes made of many cases. A case without an answer is kept with its place; behind two of them in a row
 * no process is asked any more.
 *
 * @param answers in the order of the cases; empty for a case without an answer
 */
record PooledCases<R>(List<Optional<R>> answers, List<CaseFailure> failures) {
    /** Works on each item, in any order and in any number of threads; the results are in the order of the items. */
    @FunctionalInterface
    interface Workers {
        <T, R> List<R> each(List<T> items, Function<T, R> work);
    }

    PooledCases {
        answers = List.copyOf(answers);
        failures = List.copyOf(failures);
    }

    static <T, R> PooledCases<R> of(Workers workers, List<T> items, Function<T, String> place, Function<T, R> work) {
        List<CaseFailure> failures = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger inARow = new AtomicInteger();
        AtomicInteger left = new AtomicInteger();
        List<Optional<R>> answers = workers.each(items, item -> {
            if (inARow.get() >= RunnerCases.CHANCES) {
                left.incrementAndGet();
                return Optional.empty();
            }
            try {
                R answer = work.apply(item);
                inARow.set(0);
                return Optional.of(answer);
            } catch (ChildException e) {
                inARow.incrementAndGet();
                failures.add(RunnerCases.failure(place.apply(item), e));
                return Optional.empty();
            }
        });
        return new PooledCases<>(answers, RunnerCases.told(List.copyOf(failures), left.get()));
    }

    /** {@return how many cases have an answer} */
    long answered() {
        return answers.stream().filter(Optional::isPresent).count();
    }
}
