package dev.paritas.bridge.cli;

/** What a command tells its caller; scripts key on the numbers. */
final class ExitCode {
    /** The sides agree, or the command did its work. */
    static final int OK = 0;
    /** The sides diverge. In the commands of spec 10 §8 also a run error. */
    static final int DIVERGE = 1;
    /** The command line itself is wrong. */
    static final int USAGE = 2;
    /** Nothing was compared, or the harness broke before it could judge. */
    static final int BROKEN = 3;

    private ExitCode() {}
}
