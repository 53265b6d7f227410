package dev.paritas.choreography.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Text of a nested value, written left to right without the call stack: a value is replaced by its pieces. */
public final class Pieces<N> {
    /** Names the pieces of one value, in reading order. */
    public interface Rule<N> {
        void expand(N node, Pieces<N> into);
    }

    private sealed interface Piece<N> {
        record Word<N>(String text) implements Piece<N> {}

        record Node<N>(N node) implements Piece<N> {}
    }

    private final List<Piece<N>> named = new ArrayList<>();

    private Pieces() {}

    public Pieces<N> text(String text) {
        named.add(new Piece.Word<>(text));
        return this;
    }

    public Pieces<N> node(N node) {
        named.add(new Piece.Node<>(node));
        return this;
    }

    public static <N> String write(N root, Rule<N> rule) {
        StringBuilder out = new StringBuilder();
        Pieces<N> next = new Pieces<>();
        ArrayDeque<Piece<N>> waiting = new ArrayDeque<>();
        waiting.push(new Piece.Node<>(root));
        while (!waiting.isEmpty()) {
            switch (waiting.pop()) {
                case Piece.Word<N>(String text) -> out.append(text);
                case Piece.Node<N>(N node) -> {
                    rule.expand(node, next);
                    next.named.reversed().forEach(waiting::push);
                    next.named.clear();
                }
            }
        }
        return out.toString();
    }
}
