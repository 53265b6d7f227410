package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.search.bundle.SearchParity;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The executable {@code search_parity_runner}: runs of the search machine, classified as the model does (spec 52 §7). */
public final class SearchParityRunnerMain {
    private static final Executable EXECUTABLE = new Executable(
            "search_parity_runner",
            ImplementationId.JAVA_MACHINE,
            SearchParityBundle.SCHEMA_VERSION,
            Map.of("bundle", SearchParityRunnerMain::answer),
            OneShotForms.silent(SearchParityRunnerMain::answer));

    private SearchParityRunnerMain() {}

    public static void main(String[] args) {
        EXECUTABLE.main(args);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return EXECUTABLE.run(args, in, out, err);
    }

    private static Executable.Answer answer(JsonValue ignored) {
        SearchParityBundle bundle = SearchParity.model();
        return out -> SearchParityBundle.CODEC.write(out, bundle);
    }
}
