package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** How answers with {@code valid} and {@code errors} are read; the two words are the defaults of an issue. */
record PeerVerdict(String defaultCode, String defaultMessage) {
    static final PeerVerdict TRACE = new PeerVerdict("lean.error", "unspecified Lean validation error");
    static final PeerVerdict SIMULATION = new PeerVerdict("simulation.error", "unspecified simulation error");

    /** @throws ProtocolMachineRunnerException {@code ParseError} when there is no verdict */
    boolean valid(String operation, Answer answer) {
        return answer.bool("valid")
                .orElseThrow(() -> ProtocolMachineRunner.unreadable(
                        "missing boolean field 'valid' in " + operation + " response", answer));
    }

    List<PeerIssue> errors(Answer answer) {
        JsonValue errors = answer.member("errors");
        return errors == null ? List.of() : issues(errors);
    }

    /** {@return the issues of a member {@code errors}, whatever it holds} */
    List<PeerIssue> issues(JsonValue errors) {
        return errors instanceof JsonValue.Array(List<JsonValue> items)
                ? items.stream().map(this::issue).toList()
                : List.of(plain(errors));
    }

    private PeerIssue issue(JsonValue item) {
        if (!(item instanceof JsonValue.Obj)) {
            return plain(item);
        }
        Answer fields = Answer.part(item);
        return new PeerIssue(
                fields.text("code").orElse(defaultCode),
                fields.text("path"),
                fields.text("message").orElse(defaultMessage));
    }

    private PeerIssue plain(JsonValue value) {
        String message = value instanceof JsonValue.Text(String text) ? text : value.compactText();
        return new PeerIssue(defaultCode, Optional.empty(), message);
    }
}
