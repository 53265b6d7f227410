package dev.paritas.app.executable;

import dev.paritas.model.field.FieldFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The executable {@code simulator_parity_tests} (spec 52 §3.5): the field mirror against the published fixtures. Nothing
 * is printed when all hold; the first that does not is {@code uncaught exception: ... fixture mismatch} on stderr with
 * exit code 1. {@code --serve} alone is our extension (docs/serve.md); other arguments are ignored.
 */
public final class SimulatorParityTests {
    private SimulatorParityTests() {}

    public static void main(String[] args) {
        int code = RoleMain.run((in, out, err) -> run(List.of(args), in, out, err));
        System.exit(code);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return run(args, FieldFixture.PUBLISHED, in, out, err);
    }

    static int run(List<String> args, List<FieldFixture> fixtures, InputStream in, OutputStream out, OutputStream err) {
        try {
            if (args.equals(List.of("--serve"))) {
                return new ServeLoop(new SimulatorParityOperations(), in, out, ServeLoop.MAX_LINE).run();
            }
            Optional<FieldFixture> broken =
                    fixtures.stream().filter(fixture -> !fixture.holds()).findFirst();
            if (broken.isPresent()) {
                String failure = "uncaught exception: " + broken.get().failure() + "\n";
                err.write(failure.getBytes(StandardCharsets.UTF_8));
                err.flush();
            }
            return broken.isPresent() ? 1 : 0;
        } catch (IOException e) {
            return 1; // the streams are gone, so there is nobody left to tell
        }
    }
}
