package dev.paritas.app.executable;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The executable {@code protocol_machine_validator} (spec 32 §5). */
public final class ProtocolMachineValidatorMain {
    private ProtocolMachineValidatorMain() {}

    public static void main(String[] args) {
        int code = RoleMain.run((in, out, err) -> run(List.of(args), in, out, err));
        System.exit(code);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return DocumentProgram.run(new ValidatorOperations(), args, in, out, err);
    }
}
