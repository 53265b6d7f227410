package dev.paritas.semanticobjects.json;

import dev.paritas.semanticobjects.json.Slot.Presence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * A JSON object with a fixed set of members, declared once in the order of the specification's table:
 *
 * <pre>{@code
 * static final Codec<Edge> CODEC = ObjectCodec.of(
 *         "Edge",
 *         field("sid", Codec.U64, Edge::sid),
 *         field("sender", Codec.STRING, Edge::sender),
 *         field("receiver", Codec.STRING, Edge::receiver),
 *         Edge::new);
 * }</pre>
 */
public final class ObjectCodec<T> implements Codec<T> {
    private final String typeName;
    private final List<Slot<T>> declared;
    private final List<Slot<T>> ascending;
    private final PropertyNameMatcher names;
    /** The members by the places of their {@link #names} and aliases. */
    private final List<Slot<T>> spelled;

    private final Construct<T> construct;
    private final boolean closed;

    private ObjectCodec(String typeName, List<Slot<T>> declared, Construct<T> construct, boolean closed) {
        this.typeName = typeName;
        this.declared = List.copyOf(declared);
        this.ascending = declared.stream()
                .sorted(Comparator.comparing(Slot::name, CodePointOrder.INSTANCE))
                .toList();
        Map<String, Slot<T>> spellings = new LinkedHashMap<>();
        declared.forEach(slot -> spell(spellings, slot.name(), slot));
        declared.forEach(slot -> slot.aliases().forEach(alias -> spell(spellings, alias, slot)));
        this.names = JsonInput.matcher(List.copyOf(spellings.keySet()));
        this.spelled = List.copyOf(spellings.values());
        this.construct = construct;
        this.closed = closed;
    }

    private void spell(Map<String, Slot<T>> spellings, String name, Slot<T> slot) {
        if (spellings.put(name, slot) != null) {
            throw new IllegalArgumentException(typeName + " declares " + name + " twice");
        }
    }

    @SafeVarargs
    private static <T> ObjectCodec<T> define(String typeName, Construct<T> make, Field<T, ?>... fields) {
        List<Slot<T>> slots = new ArrayList<>();
        for (Field<T, ?> field : fields) {
            int offset = slots.size();
            field.slots().forEach(slot -> slots.add(slot.at(offset + slot.index())));
        }
        boolean plain = Arrays.stream(fields).noneMatch(Field::isInlined);
        return new ObjectCodec<>(typeName, slots, plain ? make : values -> make.from(parts(fields, values)), false);
    }

    private static <T> @Nullable Object[] parts(Field<T, ?>[] fields, @Nullable Object[] values) {
        @Nullable Object[] parts = new @Nullable Object[fields.length];
        int from = 0;
        for (int i = 0; i < fields.length; i++) {
            int to = from + fields[i].slots().size();
            parts[i] = fields[i].from(Arrays.copyOfRange(values, from, to));
            from = to;
        }
        return parts;
    }

    /**
     * {@return a codec that refuses unknown members of its own object under every policy, naming the first of them by code
     * point wherever it stands (spec 22 §14.3)}
     */
    public ObjectCodec<T> closed() {
        return new ObjectCodec<>(typeName, declared, construct, true);
    }

    /**
     * {@return a codec of objects that begin with a further member, whose value is always {@code value}} It must be present
     * on input, where {@code codec} refuses what it does not want, and is dropped.
     */
    public <V> ObjectCodec<T> headed(String name, Codec<V> codec, V value) {
        List<Slot<T>> slots = new ArrayList<>();
        // Its value is read behind those that the object is made of.
        Field.<T, V>field(name, codec, ignored -> value).slots().forEach(slot -> slots.add(slot.at(declared.size())));
        slots.addAll(declared);
        return new ObjectCodec<>(typeName, slots, construct, closed);
    }

    String typeName() {
        return typeName;
    }

    List<Slot<T>> slots() {
        return declared;
    }

    Construct<T> construct() {
        return construct;
    }

    @Override
    public void write(JsonOutput out, T value) {
        out.beginObject();
        writeMembers(out, value);
        out.endObject();
    }

    void writeMembers(JsonOutput out, T value) {
        List<Slot<T>> slots = out.order() == JsonOutput.MemberOrder.ASCENDING ? ascending : declared;
        for (int i = 0; i < slots.size(); i++) {
            Slot<T> slot = slots.get(i);
            Object item = slot.get().apply(value);
            if (slot.presence() == Presence.OMITTED_DEFAULT && Objects.equals(item, slot.fallback())) {
                continue;
            }
            if (item != null) {
                slot.codec().write(out.name(slot.encodedName()), item);
            } else if (slot.presence() != Presence.OMITTABLE) {
                out.name(slot.encodedName()).nullValue();
            }
        }
    }

    @Override
    public T read(JsonInput in) {
        in.beginObject();
        @Nullable Object[] values = new @Nullable Object[declared.size()];
        boolean[] seen = new boolean[declared.size()];
        String unknown = null;
        for (int place = in.nextMember(names);
                place != PropertyNameMatcher.MATCH_END_OBJECT;
                place = in.nextMember(names)) {
            if (place == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
                unknown = skipUnknown(in, unknown);
                continue;
            }
            Slot<T> slot = spelled.get(place);
            if (seen[slot.index()] && in.policy().rejectDuplicates()) {
                throw in.fail(JsonErrorCode.DUPLICATE_MEMBER, "member '" + slot.name() + "' appears twice");
            }
            seen[slot.index()] = true;
            if (slot.mayBeNull() && in.atNull()) {
                in.readNull();
                values[slot.index()] = null;
            } else {
                values[slot.index()] = slot.codec().read(in);
            }
        }
        if (closed && unknown != null) {
            throw unknown(in, unknown);
        }
        for (Slot<T> slot : declared) {
            if (!seen[slot.index()]) {
                switch (slot.presence()) {
                    case REQUIRED ->
                        throw in.fail(
                                JsonErrorCode.MISSING_MEMBER, "missing field `" + slot.name() + "` in " + typeName);
                    case DEFAULTED, OMITTED_DEFAULT -> values[slot.index()] = slot.fallback();
                    case NULLABLE, OMITTABLE -> {}
                }
            }
        }
        try {
            return construct.from(values);
        } catch (IllegalArgumentException e) {
            throw in.fail(JsonErrorCode.INVALID_VALUE, String.valueOf(e.getMessage()));
        }
    }

    /** {@return the first by code point of {@code met} and the unknown member under the reader} */
    private String skipUnknown(JsonInput in, @Nullable String met) {
        String name = Objects.requireNonNull(in.nextMember());
        if (!closed && in.policy().rejectUnknown()) {
            throw unknown(in, name);
        }
        in.skip();
        return met == null || CodePointOrder.INSTANCE.compare(name, met) < 0 ? name : met;
    }

    private JsonException unknown(JsonInput in, String name) {
        return in.fail(JsonErrorCode.UNKNOWN_MEMBER, "unknown field `" + name + "` in " + typeName);
    }

    @Override
    public Shape.Obj shape() {
        return new Shape.Obj(
                typeName,
                declared.stream()
                        .map(slot -> {
                            Shape inner = slot.codec().shape();
                            return new Shape.Member(
                                    slot.name(),
                                    slot.mayBeNull() ? new Shape.Nullable(inner) : inner,
                                    slot.presence() == Presence.REQUIRED);
                        })
                        .toList());
    }

    @Override
    public String toString() {
        return typeName + Arrays.toString(declared.stream().map(Slot::name).toArray());
    }

    // One for each number of members. Any may be nullable: Construct holds the constructor to it.
    // spotless:off
    @NullUnmarked public static <A, T> ObjectCodec<T> of(String name, Field<T, A> a, Construct.Of1<A, T> make) {
        return define(name, make, a);
    }

    @NullUnmarked public static <A, B, T> ObjectCodec<T> of(String name, Field<T, A> a, Field<T, B> b,
            Construct.Of2<A, B, T> make) {
        return define(name, make, a, b);
    }

    @NullUnmarked public static <A, B, C, T> ObjectCodec<T> of(String name, Field<T, A> a, Field<T, B> b,
            Field<T, C> c, Construct.Of3<A, B, C, T> make) {
        return define(name, make, a, b, c);
    }

    @NullUnmarked public static <A, B, C, D, T> ObjectCodec<T> of(String name, Field<T, A> a, Field<T, B> b,
            Field<T, C> c, Field<T, D> d, Construct.Of4<A, B, C, D, T> make) {
        return define(name, make, a, b, c, d);
    }

    @NullUnmarked public static <A, B, C, D, E, T> ObjectCodec<T> of(String name, Field<T, A> a, Field<T, B> b,
            Field<T, C> c, Field<T, D> d, Field<T, E> e, Construct.Of5<A, B, C, D, E, T> make) {
        return define(name, make, a, b, c, d, e);
    }

    @NullUnmarked public static <A, B, C, D, E, F, T> ObjectCodec<T> of(String name, Field<T, A> a, Field<T, B> b,
            Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Construct.Of6<A, B, C, D, E, F, T> make) {
        return define(name, make, a, b, c, d, e, f);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, T> ObjectCodec<T> of(String name, Field<T, A> a, Field<T, B> b,
            Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g,
            Construct.Of7<A, B, C, D, E, F, G, T> make) {
        return define(name, make, a, b, c, d, e, f, g);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, T> ObjectCodec<T> of(String name, Field<T, A> a,
            Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g, Field<T, H> h,
            Construct.Of8<A, B, C, D, E, F, G, H, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, T> ObjectCodec<T> of(String name, Field<T, A> a,
            Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g, Field<T, H> h,
            Field<T, I> i, Construct.Of9<A, B, C, D, E, F, G, H, I, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, T> ObjectCodec<T> of(String name, Field<T, A> a,
            Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g, Field<T, H> h,
            Field<T, I> i, Field<T, J> j, Construct.Of10<A, B, C, D, E, F, G, H, I, J, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, T> ObjectCodec<T> of(String name, Field<T, A> a,
            Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g, Field<T, H> h,
            Field<T, I> i, Field<T, J> j, Field<T, K> k, Construct.Of11<A, B, C, D, E, F, G, H, I, J, K, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, T> ObjectCodec<T> of(String name, Field<T, A> a,
            Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g, Field<T, H> h,
            Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l,
            Construct.Of12<A, B, C, D, E, F, G, H, I, J, K, L, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, T> ObjectCodec<T> of(String name,
            Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g,
            Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m,
            Construct.Of13<A, B, C, D, E, F, G, H, I, J, K, L, M, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, T> ObjectCodec<T> of(String name,
            Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g,
            Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m, Field<T, N> n,
            Construct.Of14<A, B, C, D, E, F, G, H, I, J, K, L, M, N, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, T> ObjectCodec<T> of(String name,
            Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g,
            Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m, Field<T, N> n,
            Field<T, O> o, Construct.Of15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, T> ObjectCodec<T> of(String name,
            Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g,
            Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m, Field<T, N> n,
            Field<T, O> o, Field<T, P> p, Construct.Of16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, T> ObjectCodec<T> of(String name,
            Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g,
            Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m, Field<T, N> n,
            Field<T, O> o, Field<T, P> p, Field<T, Q> q,
            Construct.Of17<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, T> ObjectCodec<T> of(
            String name, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f,
            Field<T, G> g, Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m,
            Field<T, N> n, Field<T, O> o, Field<T, P> p, Field<T, Q> q, Field<T, R> r,
            Construct.Of18<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T> ObjectCodec<T> of(
            String name, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f,
            Field<T, G> g, Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m,
            Field<T, N> n, Field<T, O> o, Field<T, P> p, Field<T, Q> q, Field<T, R> r, Field<T, S> s,
            Construct.Of19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, T> ObjectCodec<T> of(
            String name, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f,
            Field<T, G> g, Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m,
            Field<T, N> n, Field<T, O> o, Field<T, P> p, Field<T, Q> q, Field<T, R> r, Field<T, S> s, Field<T, U> u,
            Construct.Of20<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, u);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, T> ObjectCodec<T> of(
            String name, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f,
            Field<T, G> g, Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m,
            Field<T, N> n, Field<T, O> o, Field<T, P> p, Field<T, Q> q, Field<T, R> r, Field<T, S> s, Field<T, U> u,
            Field<T, V> v, Construct.Of21<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, u, v);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W, T> ObjectCodec<T> of(
            String name, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f,
            Field<T, G> g, Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m,
            Field<T, N> n, Field<T, O> o, Field<T, P> p, Field<T, Q> q, Field<T, R> r, Field<T, S> s, Field<T, U> u,
            Field<T, V> v, Field<T, W> w,
            Construct.Of22<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, u, v, w);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W, X, T> ObjectCodec<T> of(
            String name, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f,
            Field<T, G> g, Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m,
            Field<T, N> n, Field<T, O> o, Field<T, P> p, Field<T, Q> q, Field<T, R> r, Field<T, S> s, Field<T, U> u,
            Field<T, V> v, Field<T, W> w, Field<T, X> x,
            Construct.Of23<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W, X, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, u, v, w, x);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W, X, Y, T> ObjectCodec<T> of(
            String name, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f,
            Field<T, G> g, Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m,
            Field<T, N> n, Field<T, O> o, Field<T, P> p, Field<T, Q> q, Field<T, R> r, Field<T, S> s, Field<T, U> u,
            Field<T, V> v, Field<T, W> w, Field<T, X> x, Field<T, Y> y,
            Construct.Of24<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W, X, Y, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, u, v, w, x, y);
    }

    @NullUnmarked public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W, X, Y, Z, T> ObjectCodec<T> of(
            String name, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f,
            Field<T, G> g, Field<T, H> h, Field<T, I> i, Field<T, J> j, Field<T, K> k, Field<T, L> l, Field<T, M> m,
            Field<T, N> n, Field<T, O> o, Field<T, P> p, Field<T, Q> q, Field<T, R> r, Field<T, S> s, Field<T, U> u,
            Field<T, V> v, Field<T, W> w, Field<T, X> x, Field<T, Y> y, Field<T, Z> z,
            Construct.Of25<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W, X, Y, Z, T> make) {
        return define(name, make, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, u, v, w, x, y, z);
    }
    // spotless:on
}
