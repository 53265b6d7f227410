package dev.paritas.bridge.cli;

/** A command could not do its work: the one line for standard error and the exit code. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    /** {@return a run error of the commands of spec 10 §8, in their own form; exit code 1} */
    static CommandFailure run(String message) {
        return new CommandFailure(ExitCode.DIVERGE, "Error: " + message);
    }

    /** {@return an error with a stable code and the place it was found, such as a file or a JSON pointer; exit code 3} */
    static CommandFailure at(String code, String place, String sentence) {
        return new CommandFailure(ExitCode.BROKEN, "error: " + code + " at " + place + ": " + sentence);
    }

    /** {@return a wrong command line; exit code 2} */
    static CommandFailure usage(String sentence) {
        return new CommandFailure(ExitCode.USAGE, "error: USAGE: " + sentence);
    }

    int exitCode() {
        return exitCode;
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
