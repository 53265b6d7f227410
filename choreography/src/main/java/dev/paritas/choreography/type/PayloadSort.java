package dev.paritas.choreography.type;

/** The sort of a message's payload (spec 10 §1.1). */
public sealed interface PayloadSort extends Term<PayloadSort> {
    PayloadSort UNIT = new Unit();
    PayloadSort NAT = new Nat();
    PayloadSort BOOL = new Bool();
    PayloadSort STRING = new Text();
    PayloadSort REAL = new Real();

    record Unit() implements PayloadSort {}

    record Nat() implements PayloadSort {}

    record Bool() implements PayloadSort {}

    /** Written {@code string}. */
    record Text() implements PayloadSort {}

    record Real() implements PayloadSort {}

    /** @param size unsigned 64-bit */
    record Vector(long size) implements PayloadSort {}

    record Prod(PayloadSort left, PayloadSort right) implements PayloadSort {
        @Override
        public boolean equals(Object other) {
            return other instanceof Prod prod && Structure.equal(this, prod);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return Notation.of(this);
        }
    }

    /** {@return whether this is neither a vector nor a product} */
    default boolean isSimple() {
        return !(this instanceof Vector) && !(this instanceof Prod);
    }

    /** {@return the rendering that the reference's error texts embed (spec 10 §5.6)} */
    default String debugText() {
        return RustText.of(this);
    }

    @Override
    default int arity() {
        return this instanceof Prod ? 2 : 0;
    }

    @Override
    default PayloadSort child(int index) {
        if (this instanceof Prod(PayloadSort left, PayloadSort right)) {
            return index == 0 ? left : right;
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    default PayloadSort withChildren(Fold.Results<PayloadSort> children) {
        return this instanceof Prod ? new Prod(children.get(0), children.get(1)) : this;
    }

    @Override
    default boolean sameHead(PayloadSort other) {
        return this instanceof Prod ? other instanceof Prod : equals(other);
    }

    @Override
    default int headHash() {
        return this instanceof Prod ? 17 : hashCode();
    }
}
