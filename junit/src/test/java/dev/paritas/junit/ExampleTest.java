package dev.paritas.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;

/** The test of {@code examples/java-runtime} passes, and finds the bug; the recipe does the same with what is installed. */
class ExampleTest {
    private static final Path EXAMPLE = Checkout.ROOT.resolve("examples/java-runtime");
    private static final String ORDER = "protocols/order.tell";
    private static final String BUG = "shop.bug";

    @TempDir
    Path folder;

    @BeforeEach
    void compile() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
            Compiled.into(
                    folder,
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
        Files.createDirectory(folder.resolve("protocols"));
        Files.copy(EXAMPLE.resolve("src/test/resources").resolve(ORDER), folder.resolve(ORDER));
    }

    @Test
    void it_passes_as_it_is() throws Exception {
        assertThat(run().results()).containsOnlyKeys(ORDER).containsValue(TestExecutionResult.successful());
    }

    @Test
    void it_fails_with_its_bug() throws Exception {
        System.setProperty(BUG, "true");
        try {
            assertThat(run().failure(ORDER))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContainingAll(
                            "session order-1 does not follow the protocol",
                            "happened  Buyer sends 'Pay' to Bank",
                            "allowed   receive 'Bill' from Seller");
        } finally {
            System.clearProperty(BUG);
        }
    }

    private TestRun run() throws Exception {
        URL[] classPath = {folder.toUri().toURL()};
        try (URLClassLoader loader = new OwnProtocols(classPath)) {
            return TestRun.of(loader.loadClass("shop.ShopTest"));
        }
    }

    /** Does not see the protocols of this module's tests. */
    private static final class OwnProtocols extends URLClassLoader {
        OwnProtocols(URL[] classPath) {
            super(classPath, ExampleTest.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("protocols") ? findResources(name) : super.getResources(name);
        }
    }
}
