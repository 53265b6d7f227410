package dev.paritas.junit;

import dev.paritas.bridge.Choice;
import dev.paritas.bridge.ProtocolMonitor;
import java.util.Optional;

/** What one role was seen to do, in the words of logs (docs/conform.md). */
sealed interface RecordedEvent {
    String session();

    String role();

    record Sent(String session, String role, String peer, String label) implements RecordedEvent {}

    record Received(String session, String role, String peer, String label) implements RecordedEvent {}

    record Chose(String session, String role, String peer, String label) implements RecordedEvent {}

    record Ended(String session, String role) implements RecordedEvent {}

    default void tell(ProtocolMonitor monitor) {
        switch (this) {
            case Sent(String session, String role, String peer, String label) ->
                monitor.sent(session, role, peer, label);
            case Received(String session, String role, String peer, String label) ->
                monitor.received(session, role, peer, label);
            case Chose(String session, String role, String peer, String label) ->
                monitor.chose(session, role, peer, label);
            case Ended(String session, String role) -> monitor.ended(session, role);
        }
    }

    /** {@return the choice that this may be: only senders choose} */
    default Optional<Choice> choice() {
        return switch (this) {
            case Sent(String session, String role, String peer, String label) ->
                Optional.of(new Choice(role, peer, label));
            case Chose(String session, String role, String peer, String label) ->
                Optional.of(new Choice(role, peer, label));
            case Received received -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    /** {@return a plain sentence} */
    default String text() {
        return switch (this) {
            case Sent(String session, String role, String peer, String label) ->
                role + " sends '" + label + "' to " + peer;
            case Received(String session, String role, String peer, String label) ->
                role + " receives '" + label + "' from " + peer;
            case Chose(String session, String role, String peer, String label) ->
                role + " chooses '" + label + "' for " + peer;
            case Ended(String session, String role) -> role + " ends";
        };
    }

    /** {@return one JSON object, on one line} */
    default String json() {
        return switch (this) {
            case Sent sent -> json("send", sent.peer(), sent.label());
            case Received received -> json("receive", received.peer(), received.label());
            case Chose chose -> json("choose", chose.peer(), chose.label());
            case Ended ended -> "{" + begin("end") + "}";
        };
    }

    private String json(String action, String peer, String label) {
        return "{" + begin(action) + ",\"peer\":" + quoted(peer) + ",\"label\":" + quoted(label) + "}";
    }

    private String begin(String action) {
        return "\"session\":" + quoted(session()) + ",\"role\":" + quoted(role()) + ",\"action\":\"" + action + "\"";
    }

    /** Only what JSON demands is escaped. */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
