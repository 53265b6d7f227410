package dev.paritas.app.executable;

import dev.paritas.search.bundle.SearchParity;
import dev.paritas.search.bundle.SearchParityBundle;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * The executable {@code search_parity_runner}: runs of the search machine, profiles classified as the model does (spec 52
 * §7).
 */
public final class SearchParityRunnerMain {
    private SearchParityRunnerMain() {}

    public static void main(String[] args) {
        System.exit(RoleMain.run((in, out, err) -> run(List.of(args), in, out, err)));
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return new BundleRole<>(
                        "search_parity_runner",
                        SearchParityBundle.SCHEMA_VERSION,
                        SearchParityBundle.CODEC,
                        SearchParity::model)
                .run(args, in, out, err);
    }
}
