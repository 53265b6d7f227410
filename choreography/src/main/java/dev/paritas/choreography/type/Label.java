package dev.paritas.choreography.type;

/** A branch label; equality is by name and sort (spec 10 §1.2). */
public record Label(String name, PayloadSort sort) {
    /** A label of sort unit. */
    public static Label of(String name) {
        return new Label(name, PayloadSort.UNIT);
    }

    /** {@return the rendering that the reference's error texts embed (spec 10 §5.6)} */
    public String debugText() {
        return RustText.of(this);
    }

    /** {@return {@code name}, or {@code name(sort)} when the sort is not unit} */
    @Override
    public String toString() {
        return sort instanceof PayloadSort.Unit ? name : name + "(" + Notation.of(sort) + ")";
    }
}
