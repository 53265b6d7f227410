package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.testsupport.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program inside the test, without a process. */
final class Program {
    /** What a run left behind. */
    record Ended(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private Program() {}

    static Ended validator(String stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = TelltaleValidator.run(List.of(args), bytes(stdin), out, err);
        return ended(code, out, err);
    }

    static Ended runner(String stdin, String... args) {
        return runner(stdin.getBytes(StandardCharsets.UTF_8), args);
    }

    static Ended runner(byte[] stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ProtocolMachineRunnerMain.run(List.of(args), new ByteArrayInputStream(stdin), out, err);
        return ended(code, out, err);
    }

    static Ended machineValidator(String stdin, String... args) {
        return machineValidator(stdin.getBytes(StandardCharsets.UTF_8), args);
    }

    static Ended machineValidator(byte[] stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ProtocolMachineValidatorMain.run(List.of(args), new ByteArrayInputStream(stdin), out, err);
        return ended(code, out, err);
    }

    static Ended heapRunner(String stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = HeapParityRunnerMain.run(List.of(args), bytes(stdin), out, err);
        return ended(code, out, err);
    }

    /** {@return the first member of a handshake of this build, with its comma} */
    static String implementation(String kind) {
        return Json.quoted("'implementation':{'digest':'"
                + ImplementationId.ofThisBuild(kind).digest() + "','kind':'" + kind + "'},");
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Ended ended(int code, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
