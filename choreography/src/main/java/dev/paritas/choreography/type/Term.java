package dev.paritas.choreography.type;

/**
 * A finite tree with a head and children in order. Every walk over terms ({@link Fold}, {@link Structure}) keeps its
 * stack on the heap, so ten thousand nested messages are an ordinary input.
 */
public interface Term<T extends Term<T>> {
    /** {@return the number of children} */
    int arity();

    /** {@return the child at {@code index}, from 0} */
    T child(int index);

    /** {@return this head over other children, which are {@link #arity()} in number} */
    T withChildren(Fold.Results<T> children);

    /** {@return whether both heads are equal, children left aside: constructor, names, labels, number of children} */
    boolean sameHead(T other);

    /** {@return a hash of the head that agrees with {@link #sameHead}} */
    int headHash();
}
