package dev.paritas.bridge.scenario;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.simulation.scenario.Scenario;
import dev.paritas.simulation.scenario.ScenarioProblem;
import dev.paritas.simulation.scenario.ScenarioProblem.Kind;
import dev.paritas.simulation.scenario.ScenarioValidation;
import dev.paritas.simulation.scenario.SimulatorHost;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A scenario read from TOML (spec 52 §4), valid.
 *
 * @param floats where a lenient reader met float tokens; a file that has any does not conform
 */
public record ScenarioFile(Scenario scenario, List<String> floats) {
    /** How float tokens are met. */
    public enum Numbers {
        /** As the reference does: refused, with the field's path. */
        STRICT,
        /** Read as decimals and reported. */
        LENIENT
    }

    /** The most bytes of a file that is read. */
    public static final int MAX_BYTES = TomlDocument.MAX_BYTES;

    /** Tables that nothing reads are ignored; TOML itself refuses a key that stands twice. */
    private static final ReadPolicy DOCUMENT = new ReadPolicy(16L * TomlDocument.MAX_BYTES, 127, false, true);

    private static final Pattern INDEX = Pattern.compile("\\.([0-9]+)(?=\\.|$)");

    public ScenarioFile {
        floats = List.copyOf(floats);
    }

    /** {@return whether the reference would read the file} */
    public boolean conforms() {
        return floats.isEmpty();
    }

    /**
     * Reads and validates a file.
     *
     * @throws ProblemException ({@link ScenarioProblem}) {@code PARSE} with the text {@code parse TOML: ...}, then
     *     those of the rules
     */
    public static ScenarioFile read(byte[] toml, Numbers numbers, SimulatorHost host) {
        LenientNumbers lenient = new LenientNumbers();
        Scenario scenario;
        try {
            scenario = JsonInput.read(
                    TomlDocument.json(toml),
                    DOCUMENT,
                    numbers == Numbers.STRICT ? Scenario.CODEC : Scenario.codec(lenient));
        } catch (TomlException e) {
            throw refused(e.path(), String.valueOf(e.getMessage()));
        } catch (JsonException e) {
            throw refused(dotted(e.path()), String.valueOf(e.getMessage()));
        }
        ScenarioValidation.check(scenario, host);
        return new ScenarioFile(scenario, lenient.paths());
    }

    /** {@return {@code /field/params/initial_state/0} as {@code field.params.initial_state[0]}} */
    static String dotted(String pointer) {
        String dots = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
        return INDEX.matcher(dots).replaceAll("[$1]").replace("~1", "/").replace("~0", "~");
    }

    private static ProblemException refused(String path, String message) {
        return new ProblemException(
                new ScenarioProblem(Kind.PARSE, path, "parse TOML: " + (path.isEmpty() ? "" : path + ": ") + message));
    }
}
