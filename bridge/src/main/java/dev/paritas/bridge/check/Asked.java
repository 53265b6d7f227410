package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.Failure;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.report.CaseFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * What was made of many cases, one after another or by several processes. A case without an answer is kept with its
 * place; behind two of them in a row nobody is asked any more.
 *
 * @param answers in the order of the cases; empty for a case without an answer
 */
record Asked<R>(List<Optional<R>> answers, List<CaseFailure> failures) {
    /** So many cases in a row without an answer end the asking. */
    private static final int CHANCES = 2;

    /** Works on each item, in any order and in any number of threads; the results are in the order of the items. */
    @FunctionalInterface
    interface Workers {
        <T, R> List<R> each(List<T> items, Function<T, R> work);
    }

    /** The work on one case. */
    @FunctionalInterface
    interface Work<T, R> {
        R on(T item) throws IOException;
    }

    Asked {
        answers = List.copyOf(answers);
        failures = List.copyOf(failures);
    }

    /** @param progress told how many cases are finished */
    static <T, R> Asked<R> each(
            Workers workers, List<T> items, Function<T, String> place, LongConsumer progress, Work<T, R> work)
            throws IOException {
        List<CaseFailure> failures = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger inARow = new AtomicInteger();
        AtomicInteger left = new AtomicInteger();
        long[] done = {0};
        try {
            List<Optional<R>> answers = workers.each(items, item -> {
                if (inARow.get() >= CHANCES) {
                    left.incrementAndGet();
                    return Optional.empty();
                }
                Optional<R> answer = Optional.empty();
                try {
                    answer = Optional.of(work.on(item));
                    inARow.set(0);
                } catch (ImplementationException e) {
                    inARow.incrementAndGet();
                    failures.add(failure(place.apply(item), e));
                } catch (ChildException e) {
                    inARow.incrementAndGet();
                    failures.add(failure(place.apply(item), e));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                synchronized (done) {
                    progress.accept(++done[0]);
                }
                return answer;
            });
            return new Asked<>(answers, told(List.copyOf(failures), left.get()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Works on one item after another, in this thread. */
    static <T, R> List<R> inTurn(List<T> items, Function<T, R> work) {
        List<R> results = new ArrayList<>();
        items.forEach(item -> results.add(work.apply(item)));
        return results;
    }

    /** {@return the answers that came, in the order of the cases} */
    List<R> given() {
        return answers.stream().flatMap(Optional::stream).toList();
    }

    /** The last of the failures says how many cases were not asked behind it. */
    private static List<CaseFailure> told(List<CaseFailure> failures, long left) {
        if (left == 0) {
            return failures;
        }
        List<CaseFailure> all = new ArrayList<>(failures);
        CaseFailure last = all.removeLast();
        all.add(new CaseFailure(
                last.location(),
                last.reason() + "; " + left + (left == 1 ? " case was" : " cases were") + " not asked any more",
                last.exitCode(),
                last.stderr()));
        return all;
    }

    static CaseFailure failure(String place, ImplementationException e) {
        Long exitCode = e.failure() instanceof Failure.Ended(int code, var ignored) ? Long.valueOf(code) : null;
        return new CaseFailure(place, e.sentence(), exitCode, String.join("\n", e.stderrTail()));
    }

    static CaseFailure failure(String place, ChildException e) {
        Long exitCode = e.exitCode().isPresent() ? Long.valueOf(e.exitCode().getAsInt()) : null;
        return new CaseFailure(place, String.valueOf(e.getMessage()), exitCode, String.join("\n", e.stderrLines()));
    }
}
