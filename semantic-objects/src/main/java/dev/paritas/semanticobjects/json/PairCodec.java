package dev.paritas.semanticobjects.json;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A value of two positional parts, written as an array of exactly two elements (spec 20 §1). */
public record PairCodec<A, B, T>(
        Codec<A> first,
        Codec<B> second,
        BiFunction<A, B, T> construct,
        Function<T, A> getFirst,
        Function<T, B> getSecond)
        implements Codec<T> {
    @Override
    public void write(JsonOutput out, T value) {
        out.beginArray();
        first.write(out, getFirst.apply(value));
        second.write(out, getSecond.apply(value));
        out.endArray();
    }

    @Override
    public T read(JsonInput in) {
        in.beginArray();
        expectElement(in);
        A left = first.read(in);
        expectElement(in);
        B right = second.read(in);
        if (in.nextElement()) {
            throw in.fail(JsonErrorCode.WRONG_TYPE, "expected exactly two elements");
        }
        return construct.apply(left, right);
    }

    private static void expectElement(JsonInput in) {
        if (!in.nextElement()) {
            throw in.fail(JsonErrorCode.WRONG_TYPE, "expected exactly two elements");
        }
    }

    @Override
    public Shape shape() {
        return new Shape.Tuple(List.of(first.shape(), second.shape()));
    }
}
