package dev.paritas.semanticobjects.json;

import java.util.List;
import java.util.function.Supplier;

/** What a codec accepts. Schemas, generated instances and one-change mutations are all derived from it. */
public sealed interface Shape {
    record Text() implements Shape {}

    record Bool() implements Shape {}

    /** Any JSON value. */
    record Any() implements Shape {}

    /** An integer 0..{@code max}, unsigned. */
    record Unsigned(long max) implements Shape {}

    /** An integer of 64 bits with sign, or a decimal as text, as {@code FixedQ32} reads them. */
    record FixedPoint() implements Shape {}

    /** Exactly this text. */
    record Literal(String value) implements Shape {}

    /**
     * An even number of hex digits.
     *
     * @param bytes how many bytes they are; {@link #ANY_LENGTH} for any number
     * @param upperCase whether upper-case digits are accepted beside lower-case ones
     */
    record Hex(int bytes, boolean upperCase) implements Shape {
        public static final int ANY_LENGTH = -1;
    }

    record Nullable(Shape inner) implements Shape {}

    record ListOf(Shape element) implements Shape {}

    /** An array of exactly these. */
    record Tuple(List<Shape> elements) implements Shape {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    record MapOf(Shape value) implements Shape {}

    /** A map whose member names are unsigned integers in decimal. */
    record IdMap(Shape value) implements Shape {}

    /** An object; {@code required} members must be present, others may be left out. */
    record Obj(String name, List<Member> members) implements Shape {
        public Obj {
            members = List.copyOf(members);
        }
    }

    record Member(String name, Shape shape, boolean required) {}

    /** One of several; the alternatives exclude each other. */
    record OneOf(String name, List<Shape> alternatives) implements Shape {
        public OneOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** A named shape that may contain itself. */
    record Ref(String name, Supplier<Shape> target) implements Shape {}
}
