package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A source as lines, and refusals that point into it. */
final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final List<String> lines;
    private final SourceLimits limits;

    private SourceText(String text, SourceLimits limits) {
        this.text = text;
        this.lines = text.lines().toList();
        this.limits = limits;
    }

    static SourceText of(String text, SourceLimits limits) {
        if (text.length() > limits.bytes()) {
            throw tooLarge(text.substring(0, limits.bytes()), limits);
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new SourceText("", limits)
                    .refuse(
                            SourceProblem.Kind.SYNTAX,
                            "Syntax error: the text begins with a byte order mark; save it without one",
                            1,
                            1);
        }
        return new SourceText(text, limits);
    }

    static SourceText of(byte[] utf8, SourceLimits limits) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(utf8, 0, Math.min(utf8.length, limits.bytes()));
        CharBuffer out = CharBuffer.allocate(in.remaining());
        boolean whole = utf8.length <= limits.bytes();
        boolean malformed = decoder.decode(in, out, whole).isError();
        String text = out.flip().toString();
        if (malformed) {
            SourceText before = new SourceText(text, limits);
            throw before.refuseAtEnd(
                    SourceProblem.Kind.ENCODING,
                    "Encoding error: byte 0x" + String.format("%02x", utf8[in.position()]) + " at offset "
                            + in.position() + " is not part of UTF-8 text");
        }
        if (!whole) {
            throw tooLarge(text, limits);
        }
        return of(text, limits);
    }

    String text() {
        return text;
    }

    SourceLimits limits() {
        return limits;
    }

    ProblemException refuse(SourceProblem.Kind kind, String reason, Token place, String hint) {
        return new ProblemException(problem(kind, reason, place, hint));
    }

    ProblemException refuse(SourceProblem.Kind kind, String reason, int line, int column) {
        return new ProblemException(
                new SourceProblem(kind, reason, line, column, SourceMark.around(line(line), column)));
    }

    SourceProblem problem(SourceProblem.Kind kind, String reason, Token place, String hint) {
        return new SourceProblem(
                kind,
                reason,
                place.line(),
                place.column(),
                SourceMark.around(line(place.line()), place.column()),
                hint,
                List.of());
    }

    SourceMark mark(String code, String sentence, Token place, String hint) {
        return new SourceMark(
                code,
                sentence,
                place.line(),
                place.column(),
                SourceMark.around(line(place.line()), place.column()),
                hint);
    }

    private String line(int line) {
        return line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    /** @param name a component of {@link SourceLimits} */
    ProblemException limit(String name, String sentence, Token place) {
        return limit(name, sentence, place.line(), place.column());
    }

    private ProblemException limit(String name, String sentence, int line, int column) {
        return refuse(SourceProblem.Kind.LIMIT, "Limit exceeded: " + sentence + " (source." + name + ")", line, column);
    }

    private static ProblemException tooLarge(String read, SourceLimits limits) {
        SourceText before = new SourceText(read, limits);
        return before.refuseAtEnd(
                SourceProblem.Kind.LIMIT,
                "Limit exceeded: the text has more than " + limits.bytes() + " bytes (source.bytes)");
    }

    private ProblemException refuseAtEnd(SourceProblem.Kind kind, String reason) {
        boolean fresh = lines.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
        int line = fresh ? lines.size() + 1 : lines.size();
        return refuse(kind, reason, line, fresh ? 1 : lines.getLast().length() + 1);
    }
}
