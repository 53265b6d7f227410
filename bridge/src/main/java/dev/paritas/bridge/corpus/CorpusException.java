package dev.paritas.bridge.corpus;

/** A corpus was refused: a stable code and a plain sentence. */
public final class CorpusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CorpusErrorCode code;

    public CorpusException(CorpusErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public CorpusErrorCode code() {
        return code;
    }
}
