package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.choreography.generate.Shrinking;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The way from a case that shows a behaviour to a small one that still does: fewer sessions, smaller types, fewer rounds.
 * Where no single step leads on, two at a time may: what depends on timing is often lost by one step and found again by
 * the next.
 */
final class CaseShrinking {
    /** So many pairs of steps are tried before a case counts as small. */
    private static final int PAIRS = 1_500;

    private CaseShrinking() {}

    /**
     * {@return a case from which no single step leads to a smaller one that {@code shows} the behaviour}
     *
     * @param input one that shows it
     */
    public static CaseInput minimise(CaseInput input, Predicate<CaseInput> shows) {
        CaseInput smallest = input;
        Optional<CaseInput> next = Optional.of(input);
        while (next.isPresent()) {
            smallest = singleSteps(next.get(), shows);
            next = pairOfSteps(smallest, shows);
        }
        return singleSteps(rounds(smallest, shows), shows);
    }

    private static CaseInput singleSteps(CaseInput input, Predicate<CaseInput> shows) {
        CaseInput smallest = input;
        Optional<CaseInput> next = Optional.of(input);
        while (next.isPresent()) {
            smallest = next.get();
            next = steps(smallest).filter(shows).findFirst();
        }
        return smallest;
    }

    private static Optional<CaseInput> pairOfSteps(CaseInput input, Predicate<CaseInput> shows) {
        return steps(input)
                .flatMap(CaseShrinking::steps)
                .limit(PAIRS)
                .filter(shows)
                .findFirst();
    }

    /** {@return the smaller cases that one step leads to, the boldest steps first} */
    private static Stream<CaseInput> steps(CaseInput input) {
        List<ChoreographyJson> all = input.choreographies();
        Stream<CaseInput> steps = Stream.empty();
        for (int i = 0; all.size() > 1 && i < all.size(); i++) {
            List<ChoreographyJson> fewer = new ArrayList<>(all);
            fewer.remove(i);
            steps = Stream.concat(steps, Stream.of(with(input, fewer)));
        }
        for (int i = 0; i < all.size(); i++) {
            int place = i;
            steps = Stream.concat(
                    steps,
                    Shrinking.candidates(all.get(i).globalType()).stream().map(type -> with(input, place, type)));
        }
        return steps;
    }

    private static CaseInput with(CaseInput input, int place, GlobalType type) {
        List<ChoreographyJson> changed = new ArrayList<>(input.choreographies());
        changed.set(place, ChoreographyJson.of(type));
        return with(input, changed);
    }

    private static CaseInput with(CaseInput input, List<ChoreographyJson> choreographies) {
        return new CaseInput(choreographies, input.concurrency(), input.maxSteps());
    }

    private static CaseInput rounds(CaseInput input, Predicate<CaseInput> shows) {
        CaseInput smallest = input;
        Optional<CaseInput> next = Optional.of(input);
        while (next.isPresent()) {
            smallest = next.get();
            CaseInput from = smallest;
            long now = from.maxSteps();
            next = LongStream.of(now / 2, now - now / 4, now - 1)
                    .filter(fewer -> fewer > 0 && fewer < now)
                    .mapToObj(from::within)
                    .filter(shows)
                    .findFirst();
        }
        return smallest;
    }
}
