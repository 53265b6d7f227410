package dev.paritas.choreography.json;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.choreography.type.SessionType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One optimistic pass over the bytes of a well-formed document. It knows no errors: at the first thing out of the
 * ordinary (an escape, a foreign or repeated member, a limit) it gives up, and the exact reader decides.
 */
final class TypeScanner<T extends SessionType<T>, B> {
    private static final int MAX_DEPTH = 256;

    private final Dialect<T, B> dialect;
    private final ByteCursor in;

    TypeScanner(Dialect<T, B> dialect, byte[] utf8, int maxNesting) {
        this.dialect = dialect;
        this.in = new ByteCursor(utf8, maxNesting);
    }

    /** {@return the type; empty when the exact reader has to look} */
    Optional<T> scan() {
        try {
            T type = type(0);
            in.end();
            return Optional.of(type);
        } catch (ByteCursor.Unusual e) {
            return Optional.empty();
        }
    }

    /** Members in any order; which of them belong is known when the kind is. */
    private T type(int depth) {
        in.require(depth <= MAX_DEPTH);
        in.open('{');
        Kind kind = null;
        String first = null;
        String second = null;
        List<B> branches = null;
        T body = null;
        int seen = 0;
        do {
            Field field = field();
            in.require((seen & field.bit()) == 0);
            seen |= field.bit();
            switch (field) {
                case KIND -> kind = kind();
                case SENDER, PARTNER, VAR, NAME -> first = in.string();
                case RECEIVER -> second = in.string();
                case BRANCHES -> branches = branches(depth + 2);
                case BODY -> body = type(depth + 2);
                case LABEL, CONTINUATION, SORT -> throw in.unusual();
            }
        } while (in.more('}'));
        if (kind == null || seen != fields(kind)) {
            throw in.unusual();
        }
        return build(kind, first, second, branches, body);
    }

    private T build(
            Kind kind, @Nullable String first, @Nullable String second, @Nullable List<B> branches, @Nullable T body) {
        if (kind == Kind.END) {
            return dialect.end();
        }
        if (first != null && kind == Kind.VAR) {
            return dialect.variable(first);
        }
        if (first != null && body != null) {
            return dialect.recursion(first, body);
        }
        if (first != null && branches != null) {
            return dialect.choice(kind, first, second == null ? first : second, branches);
        }
        throw in.unusual();
    }

    private List<B> branches(int depth) {
        in.require(depth <= MAX_DEPTH);
        in.open('[');
        List<B> branches = new ArrayList<>(4);
        if (in.closes(']')) {
            return branches;
        }
        do {
            branches.add(branch(depth));
        } while (in.more(']'));
        return branches;
    }

    private B branch(int depth) {
        in.open('{');
        Label label = null;
        T continuation = null;
        do {
            Field field = field();
            if (field == Field.LABEL && label == null) {
                label = label();
            } else if (field == Field.CONTINUATION && continuation == null) {
                continuation = type(depth + 1);
            } else {
                throw in.unusual();
            }
        } while (in.more('}'));
        if (label == null || continuation == null) {
            throw in.unusual();
        }
        return dialect.branch(label, continuation);
    }

    private Label label() {
        in.open('{');
        String name = null;
        PayloadSort sort = null;
        do {
            Field field = field();
            if (field == Field.NAME && name == null) {
                name = in.string();
            } else if (field == Field.SORT && sort == null) {
                sort = sort();
            } else {
                throw in.unusual();
            }
        } while (in.more('}'));
        if (name == null) {
            throw in.unusual();
        }
        return new Label(name, sort == null ? PayloadSort.UNIT : sort);
    }

    private PayloadSort sort() {
        if (in.at('"')) {
            PayloadSort simple = SortWords.read(in.string());
            if (simple == null) {
                throw in.unusual();
            }
            return simple;
        }
        in.open('{');
        String word = in.string();
        in.colon();
        PayloadSort sort;
        if (word.equals("vector")) {
            sort = new PayloadSort.Vector(in.shortNatural());
        } else if (word.equals("prod")) {
            in.open('[');
            PayloadSort left = sort();
            in.require(in.more(']'));
            sort = new PayloadSort.Prod(left, sort());
            in.require(!in.more(']'));
        } else {
            throw in.unusual();
        }
        in.require(!in.more('}'));
        return sort;
    }

    private Kind kind() {
        Kind kind = Kind.ofWord(in.string());
        if (kind == null || !dialect.knows(kind)) {
            throw in.unusual();
        }
        return kind;
    }

    /** The first letter leaves at most two names; one of them must stand here, whole. */
    private Field field() {
        Field field = switch (in.peekText()) {
            case 'b' -> in.word(Field.BRANCHES.word) ? Field.BRANCHES : sure(Field.BODY);
            case 'c' -> sure(Field.CONTINUATION);
            case 'k' -> sure(Field.KIND);
            case 'l' -> sure(Field.LABEL);
            case 'n' -> sure(Field.NAME);
            case 's' -> in.word(Field.SORT.word) ? Field.SORT : sure(Field.SENDER);
            case 'r' -> sure(Field.RECEIVER);
            case 'p' -> sure(Field.PARTNER);
            case 'v' -> sure(Field.VAR);
            default -> throw in.unusual();
        };
        in.colon();
        return field;
    }

    private Field sure(Field field) {
        in.require(in.word(field.word));
        return field;
    }

    /** {@return the members that a node of this kind must have, one bit each} */
    private static int fields(Kind kind) {
        return switch (kind) {
            case END -> Field.KIND.bit();
            case VAR -> Field.KIND.bit() | Field.NAME.bit();
            case REC -> Field.KIND.bit() | Field.VAR.bit() | Field.BODY.bit();
            case COMM -> Field.KIND.bit() | Field.SENDER.bit() | Field.RECEIVER.bit() | Field.BRANCHES.bit();
            case SEND, RECV -> Field.KIND.bit() | Field.PARTNER.bit() | Field.BRANCHES.bit();
        };
    }

    private enum Field {
        KIND("kind"),
        BRANCHES("branches"),
        CONTINUATION("continuation"),
        LABEL("label"),
        NAME("name"),
        SORT("sort"),
        SENDER("sender"),
        RECEIVER("receiver"),
        PARTNER("partner"),
        VAR("var"),
        BODY("body");

        private final byte[] word;

        Field(String word) {
            this.word = word.getBytes(StandardCharsets.US_ASCII);
        }

        int bit() {
            return 1 << ordinal();
        }
    }
}
