package dev.paritas.app.executable;

import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.simulation.lifecycle.SemanticEffects;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The executable {@code semantic_effect_parity_runner}: the effects of the machine's own runs (spec 52 §6). */
public final class SemanticEffectRunnerMain {
    private SemanticEffectRunnerMain() {}

    public static void main(String[] args) {
        System.exit(RoleMain.run((in, out, err) -> run(List.of(args), in, out, err)));
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return new BundleRole<>(
                        "semantic_effect_parity_runner",
                        SemanticEffectBundle.SCHEMA_VERSION,
                        SemanticEffectBundle.CODEC,
                        SemanticEffects::bundle)
                .run(args, in, out, err);
    }
}
