package dev.paritas.app.command;

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
}
