package dev.paritas.app.executable;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The executable {@code protocol_machine_runner} (spec 22 §1). */
public final class ProtocolMachineRunnerMain {
    private ProtocolMachineRunnerMain() {}

    public static void main(String[] args) {
        int code = RoleMain.run((in, out, err) -> run(List.of(args), in, out, err));
        System.exit(code);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return DocumentProgram.run(new RunnerOperations(), args, in, out, err);
    }
}
