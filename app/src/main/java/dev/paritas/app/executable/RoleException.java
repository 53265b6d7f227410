package dev.paritas.app.executable;

/** A request failed; the process goes on. */
final class RoleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RoleErrorCode code;

    RoleException(RoleErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    RoleErrorCode code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
