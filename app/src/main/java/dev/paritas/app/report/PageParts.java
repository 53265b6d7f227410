package dev.paritas.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The style sheet and the script that a page carries, and the policy that admits them and nothing else. */
record PageParts(String style, String script) {
    static PageParts load() throws IOException {
        return new PageParts(resource("page.css"), resource("page.js"));
    }

    String policy() {
        return "default-src 'none'; img-src data:; style-src '" + digest(style) + "'; script-src '" + digest(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PageParts.class.getResourceAsStream("page/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
