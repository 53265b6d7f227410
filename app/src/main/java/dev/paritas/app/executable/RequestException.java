package dev.paritas.app.executable;

/** A request failed; a serving process goes on. */
final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RequestError error;

    RequestException(RequestError error, String message) {
        super(message);
        this.error = error;
    }

    static RequestException refused(String message) {
        return new RequestException(RequestError.REFUSED, message);
    }

    static RequestException unknown(String operation) {
        return new RequestException(RequestError.UNKNOWN_OPERATION, "unsupported operation: " + operation);
    }

    RequestError error() {
        return error;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
