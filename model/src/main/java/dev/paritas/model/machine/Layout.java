package dev.paritas.model.machine;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunLimit;
import dev.paritas.semanticobjects.run.RunLimitProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of nested groups laid out in a fixed width (spec 22 §11): a group is flat when its flat text plus whatever
 * follows, up to the next possible break of an enclosing broken group, fits; otherwise all its own breaks are newlines.
 */
sealed interface Layout {
    /** Columns of the flat form. */
    int width();

    record Text(String text, int width) implements Layout {
        static Text of(String text) {
            return new Text(text, text.codePointCount(0, text.length()));
        }
    }

    /** A possible break: one space when flat. */
    record Break() implements Layout {
        @Override
        public int width() {
            return 1;
        }
    }

    /** {@code indent} columns are added for every line that starts inside. */
    record Group(int indent, List<Layout> items, int width) implements Layout {
        static Group of(int indent, List<Layout> items) {
            long width = 0;
            for (Layout item : items) {
                width += item.width();
            }
            return new Group(indent, items, (int) Math.min(Integer.MAX_VALUE, width));
        }
    }

    Break BREAK = new Break();

    /**
     * {@return {@code root} as text of at most {@code columns} columns where the breaks allow it}
     *
     * @throws ProblemException ({@link RunLimitProblem}) when it is longer than {@link RunLimit#TYPE_TEXT}
     */
    static String print(Group root, int columns) {
        // The parts may be shared, so the text can be far larger than they are.
        RunLimit.TYPE_TEXT.check(root.width());
        return new Printer(columns).print(root);
    }

    /** Walks the groups with an explicit stack, because types nest deeper than call stacks. */
    final class Printer {
        private static final class Frame {
            final Group group;
            final boolean flat;
            final int indent;
            final @Nullable Frame outer;
            int next;

            Frame(Group group, boolean flat, int indent, @Nullable Frame outer) {
                this.group = group;
                this.flat = flat;
                this.indent = indent;
                this.outer = outer;
            }
        }

        private final int columns;
        private final StringBuilder out = new StringBuilder();
        private int column;

        private Printer(int columns) {
            this.columns = columns;
        }

        private String print(Group root) {
            Frame frame = enter(root, null);
            while (frame != null) {
                if (frame.next == frame.group.items().size()) {
                    frame = frame.outer;
                    continue;
                }
                RunLimit.TYPE_TEXT.check(out.length());
                switch (frame.group.items().get(frame.next++)) {
                    case Text(String text, int width) -> {
                        out.append(text);
                        column += width;
                    }
                    case Break() -> {
                        if (frame.flat) {
                            out.append(' ');
                            column++;
                        } else {
                            out.append('\n').repeat(' ', frame.indent);
                            column = frame.indent;
                        }
                    }
                    case Group group -> frame = enter(group, frame);
                }
            }
            return out.toString();
        }

        private Frame enter(Group group, @Nullable Frame outer) {
            boolean flat = outer != null && outer.flat || fits(group, outer);
            return new Frame(group, flat, (outer == null ? 0 : outer.indent) + group.indent(), outer);
        }

        private boolean fits(Group group, @Nullable Frame outer) {
            long left = Math.max(0, columns - column) - (long) group.width();
            for (Frame frame = outer; frame != null && left >= 0; frame = frame.outer) {
                List<Layout> items = frame.group.items();
                for (int i = frame.next; i < items.size() && left >= 0; i++) {
                    if (items.get(i) instanceof Break) {
                        return true;
                    }
                    left -= items.get(i).width();
                }
            }
            return left >= 0;
        }
    }
}
