package dev.paritas.machine.session;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.value.DebugText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A local type as slices show it (spec 21 §16): de Bruijn indices, no parentheses, one line. A variable without binder
 * has the number of binders around it as index.
 */
final class TypeText {
    /** Text to append, a type to render, or the end of a binder's scope. */
    private sealed interface Work {
        record Text(String text) implements Work {}

        record Type(LocalType type) implements Work {}

        record Leave() implements Work {}
    }

    private final StringBuilder text = new StringBuilder();
    private final List<String> binders = new ArrayList<>();
    private final Deque<Work> work = new ArrayDeque<>();

    private TypeText() {}

    /** {@return for instance {@code LocalType.branch "B" [("pong", LocalType.end_)]}} */
    public static String of(LocalType type) {
        return new TypeText().render(type);
    }

    private String render(LocalType root) {
        work.push(new Work.Type(root));
        while (!work.isEmpty()) {
            switch (work.pop()) {
                case Work.Text(String piece) -> text.append(piece);
                case Work.Type(LocalType type) -> type(type);
                case Work.Leave() -> binders.removeLast();
            }
        }
        return text.toString();
    }

    private void type(LocalType type) {
        switch (type) {
            case LocalType.End() -> text.append("LocalType.end_");
            case LocalType.Var(String name) -> text.append("LocalType.var ").append(index(name));
            case LocalType.Mu(String var, LocalType body) -> {
                text.append("LocalType.mu ");
                binders.addLast(var);
                work.push(new Work.Leave());
                work.push(new Work.Type(body));
            }
            case LocalType.Send(String partner, var branches) -> choice("select", partner, branches);
            case LocalType.Recv(String partner, var branches) -> choice("branch", partner, branches);
        }
    }

    private void choice(String word, String partner, List<LocalType.Branch> branches) {
        text.append("LocalType.")
                .append(word)
                .append(' ')
                .append(DebugText.quoted(partner))
                .append(" [");
        work.push(new Work.Text("]"));
        for (int i = branches.size() - 1; i >= 0; i--) {
            LocalType.Branch branch = branches.get(i);
            work.push(new Work.Text(")"));
            work.push(new Work.Type(branch.continuation()));
            work.push(new Work.Text(
                    (i == 0 ? "(" : ", (") + DebugText.quoted(branch.label().name()) + ", "));
        }
    }

    private int index(String name) {
        int at = binders.lastIndexOf(name);
        return at < 0 ? binders.size() : binders.size() - 1 - at;
    }
}
