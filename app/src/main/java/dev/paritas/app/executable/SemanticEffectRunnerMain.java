package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.simulation.lifecycle.SemanticEffects;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The executable {@code semantic_effect_parity_runner}: the effects of the machine's own runs (spec 52 §6). */
public final class SemanticEffectRunnerMain {
    private static final Executable EXECUTABLE = new Executable(
            "semantic_effect_parity_runner",
            ImplementationId.JAVA_MACHINE,
            SemanticEffectBundle.SCHEMA_VERSION,
            Map.of("bundle", SemanticEffectRunnerMain::answer),
            OneShotForms.silent(SemanticEffectRunnerMain::answer));

    private SemanticEffectRunnerMain() {}

    public static void main(String[] args) {
        EXECUTABLE.main(args);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return EXECUTABLE.run(args, in, out, err);
    }

    private static Executable.Answer answer(JsonValue ignored) {
        SemanticEffectBundle bundle = SemanticEffects.bundle();
        return out -> SemanticEffectBundle.CODEC.write(out, bundle);
    }
}
