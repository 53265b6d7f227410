package dev.paritas.bridge.scenario;

/** A text is no TOML that we take: where, in lines and columns or as a path in dots, and a sentence. */
final class TomlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;

    TomlException(String path, String message) {
        super(message);
        this.path = path;
    }

    String path() {
        return path;
    }
}
