package dev.paritas.choreography.identity;

import dev.paritas.choreography.json.TaggedLabel;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the canonical form of a closed type back (spec 10 §4). Names of binders are gone; they become {@code t0},
 * {@code t1}, ... by nesting. Every refusal is a {@link ContentProblem}.
 */
public abstract sealed class CanonicalReader<T extends SessionType<T>> {
    static final int MAX_BYTES = 16 * 1024 * 1024;
    static final int MAX_DEPTH = 256;

    private static final ReadPolicy TEXT = ReadPolicy.STRICT.withMaxBytes(MAX_BYTES);
    /** The deepest tree of 256 nodes, and then some. */
    private static final ReadPolicy TREE = TEXT.withMaxDepth(8 * MAX_DEPTH);

    /** A choice as it stands in the document. */
    private record Choice<B>(Map<String, String> names, List<B> branches) {}

    /** Reads what follows a branch's label. */
    @FunctionalInterface
    private interface Rest<B> {
        B read(Label label);
    }

    private CanonicalReader() {}

    public static CanonicalReader<GlobalType> global() {
        return new Globals();
    }

    public static CanonicalReader<LocalType> local() {
        return new Locals();
    }

    /**
     * {@return the type behind {@code utf8}}
     *
     * @throws ProblemException ({@link ContentProblem}) {@code MISMATCH} when the digest is not {@code expected}'s,
     *     which is looked at first;
     *     {@code INVALID_FORMAT} otherwise
     */
    public final T verified(byte[] utf8, ContentId expected) {
        ContentId found = ContentId.ofBytes(utf8, expected.algorithm());
        if (!found.equals(expected)) {
            throw new ProblemException(new ContentProblem.Mismatch(expected, found));
        }
        return read(utf8);
    }

    /**
     * {@return the type behind {@code utf8}, of at most 16 MiB and 127 levels of JSON}
     *
     * @throws ProblemException ({@link ContentProblem}) {@code INVALID_FORMAT}
     */
    public final T read(byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            throw new ProblemException(new ContentProblem.InvalidFormat(
                    "contentable JSON input too large: " + utf8.length + " bytes exceeds " + MAX_BYTES));
        }
        return read(utf8, TEXT);
    }

    /**
     * {@return the type behind {@code form}, nested at most 256 deep}
     *
     * @throws ProblemException ({@link ContentProblem}) {@code INVALID_FORMAT}
     */
    public final T read(JsonValue form) {
        return read(JsonOutput.compactBytes(JsonValue.CODEC, form), TREE);
    }

    private T read(byte[] utf8, ReadPolicy policy) {
        try (JsonInput in = JsonInput.of(utf8, policy)) {
            T type = node(in, new ArrayList<>(), 0);
            in.expectEnd();
            return type;
        } catch (JsonException e) {
            throw new ProblemException(new ContentProblem.InvalidFormat(e.describe()));
        }
    }

    abstract T end();

    abstract T var(String name);

    abstract T rec(String name, T body);

    /** {@return the choice that {@code tag} names; null when it names none} */
    abstract @Nullable T choice(String tag, JsonInput in, List<String> binders, int depth);

    final T node(JsonInput in, List<String> binders, int depth) {
        if (depth > MAX_DEPTH) {
            throw new ProblemException(
                    new ContentProblem.InvalidFormat("contentable recursion depth exceeds " + MAX_DEPTH));
        }
        if (in.atString()) {
            if (!in.peekString("a node").equals("End")) {
                throw in.fail(JsonErrorCode.UNKNOWN_TAG, "unknown node");
            }
            in.skip();
            return end();
        }
        in.beginObject();
        String tag = in.nextMember();
        T node = tag == null ? null : tagged(tag, in, binders, depth);
        if (node == null) {
            throw in.fail(JsonErrorCode.UNKNOWN_TAG, "unknown node");
        }
        if (in.nextMember() != null) {
            throw in.fail(JsonErrorCode.UNKNOWN_MEMBER, "a node has one tag");
        }
        return node;
    }

    private @Nullable T tagged(String tag, JsonInput in, List<String> binders, int depth) {
        return switch (tag) {
            case "Rec" -> {
                String name = "t" + binders.size();
                binders.add(name);
                T body = node(in, binders, depth + 1);
                binders.removeLast();
                yield rec(name, body);
            }
            case "Var" -> var(name(in.readUnsignedLong(), binders));
            default -> choice(tag, in, binders, depth);
        };
    }

    /** An index beyond all binders means the outermost one. */
    private static String name(long index, List<String> binders) {
        if (binders.isEmpty()) {
            return "free" + Long.toUnsignedString(index);
        }
        return Long.compareUnsigned(index, binders.size()) < 0
                ? binders.get(binders.size() - 1 - (int) index)
                : binders.getFirst();
    }

    private static <B> Choice<B> choice(JsonInput in, List<String> wanted, Rest<B> rest) {
        Map<String, String> names = new HashMap<>();
        List<B> branches = null;
        in.beginObject();
        for (String member = in.nextMember(); member != null; member = in.nextMember()) {
            if (member.equals("branches")) {
                branches = branches(in, rest);
            } else if (wanted.contains(member)) {
                names.put(member, in.readString());
            } else {
                throw in.fail(JsonErrorCode.UNKNOWN_MEMBER, "a choice has no member '" + member + "'");
            }
        }
        if (branches == null || names.size() < wanted.size()) {
            throw in.fail(JsonErrorCode.MISSING_MEMBER, "a choice names its parties and its branches");
        }
        return new Choice<>(names, branches);
    }

    private static <B> List<B> branches(JsonInput in, Rest<B> rest) {
        List<B> branches = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            in.beginArray();
            element(in);
            branches.add(rest.read(TaggedLabel.CODEC.read(in)));
            if (in.nextElement()) {
                throw in.fail(JsonErrorCode.INVALID_VALUE, "a branch has more parts than its kind");
            }
        }
        return branches;
    }

    private static void element(JsonInput in) {
        if (!in.nextElement()) {
            throw in.fail(JsonErrorCode.INVALID_VALUE, "a branch has fewer parts than its kind");
        }
    }

    private static final class Globals extends CanonicalReader<GlobalType> {
        @Override
        GlobalType end() {
            return GlobalType.END;
        }

        @Override
        GlobalType var(String name) {
            return new GlobalType.Var(name);
        }

        @Override
        GlobalType rec(String name, GlobalType body) {
            return new GlobalType.Mu(name, body);
        }

        @Override
        @Nullable
        GlobalType choice(String tag, JsonInput in, List<String> binders, int depth) {
            if (!tag.equals("Comm")) {
                return null;
            }
            Choice<GlobalType.Branch> read = CanonicalReader.choice(in, List.of("sender", "receiver"), label -> {
                element(in);
                return new GlobalType.Branch(label, node(in, binders, depth + 1));
            });
            return new GlobalType.Comm(
                    read.names().getOrDefault("sender", ""),
                    read.names().getOrDefault("receiver", ""),
                    read.branches());
        }
    }

    private static final class Locals extends CanonicalReader<LocalType> {
        @Override
        LocalType end() {
            return LocalType.END;
        }

        @Override
        LocalType var(String name) {
            return new LocalType.Var(name);
        }

        @Override
        LocalType rec(String name, LocalType body) {
            return new LocalType.Mu(name, body);
        }

        @Override
        @Nullable
        LocalType choice(String tag, JsonInput in, List<String> binders, int depth) {
            if (!tag.equals("Send") && !tag.equals("Recv")) {
                return null;
            }
            Choice<LocalType.Branch> read = CanonicalReader.choice(in, List.of("partner"), label -> {
                element(in);
                ValType annotation = annotation(in);
                element(in);
                return new LocalType.Branch(label, annotation, node(in, binders, depth + 1));
            });
            String partner = read.names().getOrDefault("partner", "");
            return tag.equals("Send")
                    ? new LocalType.Send(partner, read.branches())
                    : new LocalType.Recv(partner, read.branches());
        }

        private static @Nullable ValType annotation(JsonInput in) {
            if (in.atNull()) {
                in.readNull();
                return null;
            }
            return ValType.CODEC.read(in);
        }
    }
}
