package dev.paritas.app.command;

import dev.paritas.app.executable.ConformanceRunnerMain;
import dev.paritas.app.executable.HeapParityRunnerMain;
import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.app.executable.ProtocolMachineValidatorMain;
import dev.paritas.app.executable.SearchParityRunnerMain;
import dev.paritas.app.executable.SemanticEffectRunnerMain;
import dev.paritas.app.executable.SimulatorParityTests;
import dev.paritas.app.executable.TelltaleValidator;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A page's commands, run one after the other by one shell, in a folder that looks like the checkout with its programs
 * assembled, and holds the files that the page shows.
 */
record DocumentedSession(Path folder) {
    private static final Map<String, Class<?>> PROGRAMS = Map.of(
            "bin/paritas", Paritas.class,
            "bin/bridge-exporter", BridgeExporter.class,
            "runners/telltale_validator", TelltaleValidator.class,
            "runners/protocol_machine_runner", ProtocolMachineRunnerMain.class,
            "runners/protocol_machine_validator", ProtocolMachineValidatorMain.class,
            "runners/heap_parity_runner", HeapParityRunnerMain.class,
            "runners/conformance_runner", ConformanceRunnerMain.class,
            "runners/semantic_effect_parity_runner", SemanticEffectRunnerMain.class,
            "runners/search_parity_runner", SearchParityRunnerMain.class,
            "runners/simulator_parity_tests", SimulatorParityTests.class);

    private static final String LAST_EXIT = "echo $?";

    static DocumentedSession in(Path folder) throws IOException {
        for (Map.Entry<String, Class<?>> program : PROGRAMS.entrySet()) {
            Executables.script(
                    folder.resolve("target/dist").resolve(program.getKey()),
                    "exec " + Executables.javaLine(program.getValue()));
        }
        return new DocumentedSession(folder);
    }

    /** {@return what is not as the page says, each with its line} */
    List<String> faults(DocumentedPage page) throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : page.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        List<DocumentedPage.Step> steps = page.steps();
        Path fixtures = Files.createSymbolicLink(folder.resolve("fixtures"), Checkout.FIXTURES);
        Path examples = Files.createSymbolicLink(folder.resolve("examples"), Checkout.ROOT.resolve("examples"));
        try {
            run(steps);
        } finally {
            Files.delete(fixtures);
            Files.delete(examples);
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            DocumentedPage.Step step = steps.get(i);
            String place = page.name() + ":" + step.line() + ": " + step.command() + ": ";
            String exit = Files.readString(folder.resolve("exit." + i)).strip();
            boolean shown = i + 1 < steps.size() && steps.get(i + 1).command().equals(LAST_EXIT);
            String output = Files.readString(folder.resolve("output." + i));
            if (!exit.equals("0") && !shown) {
                faults.add(place + "exit code " + exit + "\n" + output);
            }
            if (!step.output().isEmpty()
                    && !pattern(step.output()).matcher(output).matches()) {
                faults.add(place + "prints\n" + output);
            }
        }
        return faults;
    }

    private void run(List<DocumentedPage.Step> steps) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("PATH=$PWD/target/dist/bin:$PATH\n(exit 0)\n");
        for (int i = 0; i < steps.size(); i++) {
            // The exit code of one command is there for the next.
            script.append("{ (exit ${code:-0})\n%s\n} >output.%d 2>&1 </dev/null; code=$?; echo $code >exit.%d\n"
                    .formatted(steps.get(i).command(), i, i));
        }
        Path file = Files.writeString(folder.resolve("session.sh"), script);
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", file.getFileName().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("session.log").toFile());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // As the launcher does: pictures are drawn by a confined program only.
        shell.environment().put("PLANTUML_SECURITY_PROFILE", "SANDBOX");
        Process process = shell.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the commands of this page do not come to an end");
        }
    }

    /** {@return what matches {@code output}, where three dots stand for anything, and a line of them for any lines} */
    private static Pattern pattern(String output) {
        StringBuilder pattern = new StringBuilder();
        for (String line : output.split("\n", -1)) {
            if (line.strip().equals("...")) {
                pattern.append("(?:.*\n)*");
            } else if (!line.isEmpty()) {
                String[] parts = line.split(Pattern.quote("..."), -1);
                for (int i = 0; i < parts.length; i++) {
                    pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
                }
                pattern.append("\n");
            }
        }
        return Pattern.compile(pattern.toString());
    }
}
