package dev.paritas.choreography.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A source in its canonical layout. Every word stays on its line and every comment where it stood; what changes is blanks,
 * empty lines and line ends. Work is linear in both texts, and the new one has the old one's limit.
 */
final class Relaid {
    private static final String STEP = "  ";

    /** Steps of a line that goes on with the one before, deeper than any block below it. */
    private static final int CONTINUED = 2;

    /** Brackets that still indent: payloads of many lines nest little. */
    private static final int DEEPEST = 8;

    private final SourceText source;
    private final String text;
    private final List<Token> tokens;
    private final List<Piece> pieces;
    private final StringBuilder out = new StringBuilder();

    /** Where the open blocks begin in the old text, outermost first; columns count from 1. */
    private final List<Integer> columns = new ArrayList<>();

    /** How many tokens are written; their blocks are in {@link #columns}. */
    private int passed;

    /** Steps that the line is indented by. */
    private int steps;

    /** Those of the line that has the outermost open bracket. */
    private int bracketSteps;

    private Relaid(SourceText source) {
        this.source = source;
        this.text = source.text();
        Layout.Laid laid = Layout.of(source);
        this.tokens = laid.tokens();
        this.pieces = laid.pieces();
    }

    static String of(SourceText source) {
        return new Relaid(source).whole();
    }

    /** {@return the comments of {@code source} in order, without the blanks around their lines} */
    static List<String> comments(SourceText source) {
        return Layout.of(source).pieces().stream()
                .filter(Piece::isComment)
                .map(piece -> source.text().substring(piece.from(), piece.to()))
                .map(comment ->
                        String.join("\n", comment.lines().map(String::strip).toList()))
                .toList();
    }

    private String whole() {
        for (int from = 0; from < pieces.size(); ) {
            int to = from + 1;
            while (to < pieces.size() && lineEnds(to) == 0) {
                to++;
            }
            line(from, to);
            from = to;
        }
        return out.append('\n').toString();
    }

    private void line(int from, int to) {
        Piece first = pieces.get(from);
        if (first.quoted() && first.brackets() > 0) {
            // Blanks between quotes belong to what is quoted, though no reader here keeps them.
            out.append(gap(from).replace("\r\n", "\n").replace('\r', '\n'));
        } else {
            if (from > 0) {
                out.append(lineEnds(from) > 1 ? "\n\n" : "\n");
            }
            steps = steps(from, to);
            indent(STEP.length() * steps);
        }
        for (int i = from; i < to; i++) {
            if (i > from) {
                out.append(between(i));
            }
            piece(pieces.get(i));
            pass(pieces.get(i).token() + 1);
        }
    }

    private int steps(int from, int to) {
        Piece first = pieces.get(from);
        for (Piece piece : pieces.subList(from, to)) {
            if (!piece.isComment() && tokens.get(piece.token()).fresh()) {
                pass(piece.token());
                return Math.max(columns.size() - 1, 0);
            }
        }
        if (first.brackets() > 0) {
            boolean closes = !first.isComment() && tokens.get(first.token()).closes();
            return bracketSteps + Math.min(closes ? first.brackets() - 1 : first.brackets(), DEEPEST);
        }
        Token next = tokens.get(passed);
        return next.fresh() ? stepsOfComment(column(first.from()), next) : columns.size() - 1 + CONTINUED;
    }

    /** A comment on lines of its own belongs to the deepest block around it, or below it, that begins no further right. */
    private int stepsOfComment(int column, Token next) {
        if (next.kind() == Token.Kind.INDENT && next.column() <= column) {
            return columns.size();
        }
        int steps = columns.size() - 1;
        while (steps > 0 && columns.get(steps) > column) {
            steps--;
        }
        return Math.max(steps, 0);
    }

    /** Opens and closes the blocks in front of a token. */
    private void pass(int token) {
        for (; passed < token; passed++) {
            Token mark = tokens.get(passed);
            if (columns.isEmpty()) {
                columns.add(mark.column());
            } else if (mark.kind() == Token.Kind.INDENT) {
                columns.add(mark.column());
            } else if (mark.kind() == Token.Kind.DEDENT) {
                columns.removeLast();
            }
        }
    }

    private void piece(Piece piece) {
        String written = text.substring(piece.from(), piece.to());
        if (piece.isComment()) {
            comment(written, piece.from());
        } else {
            if (piece.brackets() == 0 && tokens.get(piece.token()).opens()) {
                bracketSteps = steps;
            }
            out.append(written);
        }
        refuseGrowth();
    }

    /** Further lines of a comment move as far as its first one does. */
    private void comment(String comment, int from) {
        List<String> lines = comment.lines().toList();
        if (lines.size() == 1) {
            out.append(comment.stripTrailing());
            return;
        }
        int moved = out.length() - out.lastIndexOf("\n") - column(from);
        out.append(lines.getFirst().stripTrailing());
        for (String line : lines.subList(1, lines.size())) {
            out.append('\n');
            if (line.isBlank()) {
                continue;
            }
            int blanks = 0;
            while (blanks < -moved && line.charAt(blanks) == ' ') {
                blanks++;
            }
            indent(moved);
            out.append(line.substring(blanks).stripTrailing());
            refuseGrowth();
        }
    }

    private void indent(int blanks) {
        out.repeat(' ', Math.max(blanks, 0));
    }

    private void refuseGrowth() {
        if (out.length() > source.limits().bytes()) {
            throw source.limit(
                    "bytes",
                    "the indented text would have more than " + source.limits().bytes() + " bytes",
                    Token.NOWHERE);
        }
    }

    /** {@return what stands between a piece and the one before it, on one line} */
    private String between(int piece) {
        Piece before = pieces.get(piece - 1);
        Piece after = pieces.get(piece);
        String gap = gap(piece);
        if (after.brackets() > 0) {
            return gap;
        }
        if (before.isComment() || after.isComment()) {
            return " ";
        }
        if (tokens.get(after.token()).is(",")) {
            return "";
        }
        return !gap.isEmpty() || isLoose(piece - 1) || isLoose(piece) ? " " : "";
    }

    /** {@return whether blanks stand around it; a sign that is part of a longer one, such as {@code ==}, stays as it is} */
    private boolean isLoose(int piece) {
        Token token = tokens.get(pieces.get(piece).token());
        if (token.is(",")) {
            return true;
        }
        boolean sign = switch (token.kind()) {
            case SYMBOL ->
                token.is("->")
                        || token.is("=>")
                        || token.is("=")
                        || token.is("|")
                        || (token.is(":") && isOfMessage(pieces.get(piece).token()));
            case NAME, FOREIGN, NUMBER, TEXT, INDENT, DEDENT, END -> false;
        };
        return sign && !joined(piece, piece - 1) && !joined(piece + 1, piece + 1);
    }

    /** {@return whether another sign touches at {@code gap}, where {@code other} is the piece on its far side} */
    private boolean joined(int gap, int other) {
        if (other < 0 || other >= pieces.size() || pieces.get(other).isComment() || !gap(gap).isEmpty()) {
            return false;
        }
        Token token = tokens.get(pieces.get(other).token());
        return token.kind() == Token.Kind.SYMBOL && !token.opens() && !token.closes() && !token.is(",");
    }

    /** {@return whether a colon stands behind the receiver of a message} */
    private boolean isOfMessage(int colon) {
        int role = colon - 1;
        if (role > 0 && tokens.get(role).is("]")) {
            int open = 0;
            do {
                Token token = tokens.get(role--);
                open += token.closes() ? 1 : token.opens() ? -1 : 0;
            } while (open > 0);
        }
        return role > 0
                && tokens.get(role).kind() == Token.Kind.NAME
                && tokens.get(role - 1).is("->");
    }

    private String gap(int piece) {
        return text.substring(
                piece == 0 ? 0 : pieces.get(piece - 1).to(), pieces.get(piece).from());
    }

    private int lineEnds(int piece) {
        String gap = gap(piece);
        int ends = 0;
        for (int i = 0; i < gap.length(); i++) {
            ends += Layout.isLineEnd(gap.charAt(i)) && !gap.startsWith("\r\n", i) ? 1 : 0;
        }
        return ends;
    }

    /** {@return the column of an offset, counted from 1} */
    private int column(int offset) {
        int start = offset;
        while (start > 0 && !Layout.isLineEnd(text.charAt(start - 1))) {
            start--;
        }
        return offset - start + 1;
    }
}
