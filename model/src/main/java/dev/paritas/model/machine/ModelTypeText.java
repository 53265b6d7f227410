package dev.paritas.model.machine;

import dev.paritas.choreography.type.Fold;
import dev.paritas.semanticobjects.value.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The text of a type in dialect L, laid out for 120 columns (spec 22 §11). */
final class ModelTypeText {
    private static final int COLUMNS = 120;

    private ModelTypeText() {}

    public static String of(ModelType type) {
        return of(layout(type, ignored -> null));
    }

    /** {@return the constructor and arguments of {@code type}, where a free variable has the layout that {@code bound} gives} */
    static List<Layout> layout(ModelType type, IntFunction<@Nullable List<Layout>> bound) {
        return new Constructors(bound).over(type);
    }

    static String of(List<Layout> constructor) {
        return Layout.print(atTop(constructor), COLUMNS);
    }

    public static String of(ValType type) {
        return Layout.print(atTop(constructor(type)), COLUMNS);
    }

    /** {@return {@code text} in double quotes, control characters escaped} */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (Character.isISOControl(c) && c < 0x80) {
                        out.append("\\x")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 0xf, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** Every node as its constructor and arguments; the node above decides about the parentheses. */
    private static final class Constructors extends Fold<ModelType, List<Layout>> {
        private final IntFunction<@Nullable List<Layout>> bound;
        private int binders;

        Constructors(IntFunction<@Nullable List<Layout>> bound) {
            this.bound = bound;
        }

        @Override
        protected ModelType enter(ModelType node) {
            if (node instanceof ModelType.Mu) {
                binders++;
            }
            return node;
        }

        @Override
        protected Optional<List<Layout>> answer(ModelType node) {
            return node instanceof ModelType.Var(int index) && index >= binders
                    ? Optional.ofNullable(bound.apply(index - binders))
                    : Optional.empty();
        }

        @Override
        protected List<Layout> leave(ModelType node, Results<List<Layout>> children) {
            return switch (node) {
                case ModelType.End() -> constructor("LocalType.end_");
                case ModelType.Var(int index) ->
                    constructor("LocalType.var", Layout.Text.of(Integer.toUnsignedString(index)));
                case ModelType.Mu ignored -> {
                    binders--;
                    yield constructor("LocalType.mu", asArgument(children.get(0)));
                }
                case ModelType.Select(String partner, List<ModelType.Choice> choices) ->
                    constructor("LocalType.select", name(partner), choices(choices, children));
                case ModelType.Branch(String partner, List<ModelType.Choice> choices) ->
                    constructor("LocalType.branch", name(partner), choices(choices, children));
                case ModelType.Send(String partner, ValType payload, ModelType ignored) ->
                    constructor(
                            "LocalType.send",
                            name(partner),
                            asArgument(ModelTypeText.constructor(payload)),
                            asArgument(children.get(0)));
                case ModelType.Recv(String partner, ValType payload, ModelType ignored) ->
                    constructor(
                            "LocalType.recv",
                            name(partner),
                            asArgument(ModelTypeText.constructor(payload)),
                            asArgument(children.get(0)));
            };
        }

        private static Layout choices(List<ModelType.Choice> choices, Results<List<Layout>> continuations) {
            if (choices.isEmpty()) {
                return Layout.Text.of("[]");
            }
            List<Layout> pairs = new ArrayList<>(choices.size());
            for (int i = 0; i < choices.size(); i++) {
                pairs.add(bracket("(", List.of(name(choices.get(i).label()), atTop(continuations.get(i))), ")"));
            }
            return bracket("[", pairs, "]");
        }
    }

    private static List<Layout> constructor(ValType type) {
        return switch (type) {
            case ValType.Unit() -> constructor("ValType.unit");
            case ValType.Bool() -> constructor("ValType.bool");
            case ValType.Nat() -> constructor("ValType.nat");
            case ValType.Str() -> constructor("ValType.string");
            case ValType.Prod(ValType left, ValType right) ->
                constructor("ValType.prod", asArgument(constructor(left)), asArgument(constructor(right)));
            case ValType.Chan(long sid, String role) ->
                constructor("ValType.chan", Layout.Text.of(Long.toUnsignedString(sid)), name(role));
        };
    }

    private static List<Layout> constructor(String name, Layout... arguments) {
        List<Layout> items = new ArrayList<>(1 + 2 * arguments.length);
        items.add(Layout.Text.of(name));
        for (Layout argument : arguments) {
            items.add(Layout.BREAK);
            items.add(argument);
        }
        return items;
    }

    private static Layout.Group atTop(List<Layout> constructor) {
        return Layout.Group.of(2, constructor);
    }

    private static Layout.Group asArgument(List<Layout> constructor) {
        return bracket("(", List.of(Layout.Group.of(1, constructor)), ")");
    }

    private static Layout.Group bracket(String open, List<Layout> elements, String close) {
        List<Layout> items = new ArrayList<>(2 + 3 * elements.size());
        items.add(Layout.Text.of(open));
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                items.add(Layout.Text.of(","));
                items.add(Layout.BREAK);
            }
            items.add(elements.get(i));
        }
        items.add(Layout.Text.of(close));
        return Layout.Group.of(1, items);
    }

    private static Layout name(String text) {
        return Layout.Text.of(quoted(text));
    }
}
