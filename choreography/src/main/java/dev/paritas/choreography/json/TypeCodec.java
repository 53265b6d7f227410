package dev.paritas.choreography.json;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Types as members of other documents. Writing is the way to canonical text: {@code JsonOutput.compactText(GLOBAL, g)}.
 * A refusal inside a document is a {@link JsonException} {@code INVALID_VALUE} with the reader's sentence.
 */
public final class TypeCodec<T> implements Codec<T> {
    /** Strict, as {@link TypeReader}. */
    public static final Codec<GlobalType> GLOBAL = new TypeCodec<>(
            TypeShape.GLOBAL, TypeWriter::write, json -> TypeReader.global().read(json));

    /** Strict, as {@link TypeReader}; value types on branches are not written. */
    public static final Codec<LocalType> LOCAL = new TypeCodec<>(
            TypeShape.LOCAL, TypeWriter::write, json -> TypeReader.local().read(json));

    private final Shape shape;
    private final BiConsumer<JsonOutput, T> writer;
    private final Function<JsonValue, T> reader;

    private TypeCodec(Shape shape, BiConsumer<JsonOutput, T> writer, Function<JsonValue, T> reader) {
        this.shape = shape;
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public void write(JsonOutput out, T value) {
        writer.accept(out, value);
    }

    @Override
    public T read(JsonInput in) {
        in.reach();
        JsonException here = in.fail(JsonErrorCode.INVALID_VALUE, "a type");
        JsonValue json = JsonValue.CODEC.read(in);
        try {
            return reader.apply(json);
        } catch (ProblemException e) {
            ImportRefusal refusal = e.only(ImportRefusal.class);
            throw new JsonException(
                    JsonErrorCode.INVALID_VALUE,
                    refusal.sentence(),
                    here.path() + refusal.pointer(),
                    here.line(),
                    here.column());
        }
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
