package dev.paritas.semanticobjects.json;

import org.jspecify.annotations.Nullable;

/**
 * Makes a {@code T} of the values of its members, in the order of their declaration.
 *
 * <p>The interfaces below are what {@link ObjectCodec}'s {@code of} takes, one for each number of members; a constructor
 * is one of them. A member that may be null makes its parameter nullable.
 */
@SuppressWarnings({"unchecked", "NullAway"}) // each value was read by the codec of its member
@FunctionalInterface
public interface Construct<T> {
    /** @throws IllegalArgumentException when the values do not go together */
    T from(@Nullable Object[] values);

    // spotless:off
    interface Of1<A extends @Nullable Object, T> extends Construct<T> {
        T of(A a);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0]); }
    }

    interface Of2<A extends @Nullable Object, B extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1]); }
    }

    interface Of3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            T> extends Construct<T> {
        T of(A a, B b, C c);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2]); }
    }

    interface Of4<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3]); }
    }

    interface Of5<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]); }
    }

    interface Of6<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5]); }
    }

    interface Of7<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6]); }
    }

    interface Of8<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7]); }
    }

    interface Of9<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8]); }
    }

    interface Of10<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9]); }
    }

    interface Of11<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10]); }
    }

    interface Of12<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11]); }
    }

    interface Of13<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12]); }
    }

    interface Of14<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13]); }
    }

    interface Of15<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13],
                (O) v[14]); }
    }

    interface Of16<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15]); }
    }

    interface Of17<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15], (Q) v[16]); }
    }

    interface Of18<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, R extends @Nullable Object,
            T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q, R r);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15], (Q) v[16], (R) v[17]); }
    }

    interface Of19<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, R extends @Nullable Object,
            S extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q, R r, S s);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15], (Q) v[16], (R) v[17], (S) v[18]); }
    }

    interface Of20<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, R extends @Nullable Object,
            S extends @Nullable Object, U extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q, R r, S s, U u);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15], (Q) v[16], (R) v[17], (S) v[18], (U) v[19]); }
    }

    interface Of21<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, R extends @Nullable Object,
            S extends @Nullable Object, U extends @Nullable Object, V extends @Nullable Object,
            T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q, R r, S s, U u, V v);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15], (Q) v[16], (R) v[17], (S) v[18], (U) v[19], (V) v[20]); }
    }

    interface Of22<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, R extends @Nullable Object,
            S extends @Nullable Object, U extends @Nullable Object, V extends @Nullable Object,
            W extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q, R r, S s, U u, V v,
                W w);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15], (Q) v[16], (R) v[17], (S) v[18], (U) v[19], (V) v[20], (W) v[21]); }
    }

    interface Of23<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, R extends @Nullable Object,
            S extends @Nullable Object, U extends @Nullable Object, V extends @Nullable Object,
            W extends @Nullable Object, X extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q, R r, S s, U u, V v,
                W w, X x);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15], (Q) v[16], (R) v[17], (S) v[18], (U) v[19], (V) v[20], (W) v[21], (X) v[22]); }
    }

    interface Of24<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, R extends @Nullable Object,
            S extends @Nullable Object, U extends @Nullable Object, V extends @Nullable Object,
            W extends @Nullable Object, X extends @Nullable Object, Y extends @Nullable Object,
            T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q, R r, S s, U u, V v,
                W w, X x, Y y);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15], (Q) v[16], (R) v[17], (S) v[18], (U) v[19], (V) v[20], (W) v[21], (X) v[22], (Y) v[23]); }
    }

    interface Of25<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, R extends @Nullable Object,
            S extends @Nullable Object, U extends @Nullable Object, V extends @Nullable Object,
            W extends @Nullable Object, X extends @Nullable Object, Y extends @Nullable Object,
            Z extends @Nullable Object, T> extends Construct<T> {
        T of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q, R r, S s, U u, V v,
                W w, X x, Y y, Z z);
        @Override default T from(@Nullable Object[] v) { return of((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4],
                (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14],
                (P) v[15], (Q) v[16], (R) v[17], (S) v[18], (U) v[19], (V) v[20], (W) v[21], (X) v[22], (Y) v[23],
                (Z) v[24]); }
    }
    // spotless:on
}
