package dev.paritas.app.command;

import dev.paritas.bridge.compare.Verdict;

/** What a command tells its caller; scripts key on the numbers. */
final class ExitCode {
    /** The sides agree, or the command did its work. */
    static final int OK = 0;
    /** The sides diverge. In the commands of spec 10 §8 also a run error. */
    static final int DIVERGE = 1;
    /** The command line itself is wrong. */
    static final int USAGE = 2;
    /** Something failed before there was an answer: a file or stream, a child process, this program. */
    static final int BROKEN = 3;
    /** A side cannot take part in this case, or nothing was compared. */
    static final int DECLINED = 4;

    private ExitCode() {}

    /** {@return the graver of two: broken, diverge, declined, well} */
    static int worse(int one, int other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(int code) {
        return switch (code) {
            case OK -> 0;
            case DECLINED -> 1;
            case DIVERGE -> 2;
            default -> 3;
        };
    }

    /** {@return the verdict of which this is the code} */
    static String word(int code) {
        return switch (code) {
            case OK -> "agree";
            case DIVERGE -> "diverge";
            case DECLINED -> "declined";
            default -> "broken";
        };
    }

    /** {@return what a comparison tells} */
    static int of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Agree _ -> OK;
            case Verdict.Diverge _ -> DIVERGE;
            case Verdict.Declined _ -> DECLINED;
            case Verdict.Broken _ -> BROKEN;
        };
    }
}
