package dev.paritas.search.engine;

/** A search stopped with an error: a stable code and a plain sentence. */
public final class SearchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SearchErrorCode code;

    public SearchException(SearchErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public SearchErrorCode code() {
        return code;
    }
}
