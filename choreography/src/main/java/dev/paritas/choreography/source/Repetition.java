package dev.paritas.choreography.source;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.problem.ProblemException;

/** A counted loop, written out: one round behind the other (spec 10 §7.2, spec 11 §7). */
public final class Repetition {
    private static final int MOST_ROUNDS = 10_000;
    private static final int MOST_PLACES = 1_000_000;

    private Repetition() {}

    /**
     * {@return {@code body} {@code times} over, each round in the place of every end before it; variables stay}
     *
     * @param end the end, which no round at all gives
     * @throws ProblemException ({@link LoweringError}) for more than 10000 rounds, or a result of more than 1000000
     *     nodes
     */
    public static <T extends SessionType<T>> T repeat(T body, int times, T end) {
        if (times > MOST_ROUNDS) {
            throw tooLong("At most " + MOST_ROUNDS + " repetitions are unrolled.");
        }
        Size round = Size.of(body, end);
        T tail = end;
        long places = 1;
        for (int i = 0; i < times; i++) {
            places = round.places() - round.ends() + round.ends() * places;
            if (places > MOST_PLACES) {
                throw tooLong("Unrolled, it would have more than " + MOST_PLACES + " places.");
            }
            tail = followed(body, tail, end);
        }
        return tail;
    }

    private record Size(long places, long ends) {
        static <T extends SessionType<T>> Size of(T type, T end) {
            return new Fold<T, Size>() {
                @Override
                protected Size leave(T node, Results<Size> children) {
                    long places = 1;
                    long ends = node.equals(end) ? 1 : 0;
                    for (int i = 0; i < children.size(); i++) {
                        places += children.get(i).places();
                        ends += children.get(i).ends();
                    }
                    return new Size(places, ends);
                }
            }.over(type);
        }
    }

    private static <T extends SessionType<T>> T followed(T type, T tail, T end) {
        return new Fold<T, T>() {
            @Override
            protected T leave(T node, Results<T> children) {
                return node.equals(end) ? tail : node.withChildren(children);
            }
        }.over(type);
    }

    private static ProblemException tooLong(String hint) {
        return new ProblemException(new LoweringError.UnsupportedFeature("Loop", hint));
    }
}
