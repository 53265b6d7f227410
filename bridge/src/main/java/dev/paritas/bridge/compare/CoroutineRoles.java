package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which coroutine plays which role. Both sides give ids ascending over the sessions and, within a session, over the roles
 * in code point order (spec 20 §8.5, 22 §6).
 */
final class CoroutineRoles {
    /**
     * One role of one session.
     *
     * @param session position among the choreographies, which is the session's id
     */
    record SessionRole(int session, String role) {}

    private final Set<SessionRole> parts;
    private final Map<String, SessionRole> byCoroutine;

    private CoroutineRoles(Map<String, SessionRole> byCoroutine) {
        this.byCoroutine = byCoroutine;
        this.parts = Set.copyOf(byCoroutine.values());
    }

    static CoroutineRoles of(List<Protocol> protocols) {
        Map<String, SessionRole> byCoroutine = new HashMap<>();
        for (int session = 0; session < protocols.size(); session++) {
            int sid = session;
            protocols.get(session).roles().stream()
                    .distinct()
                    .sorted(CodePointOrder.INSTANCE)
                    .forEach(role -> byCoroutine.put(String.valueOf(byCoroutine.size()), new SessionRole(sid, role)));
        }
        return new CoroutineRoles(byCoroutine);
    }

    /** {@return who did {@code event}; empty for events that are nobody's} */
    Optional<SessionRole> actor(TraceEvent event) {
        return switch (event.kind()) {
            case "sent" -> part(event.session(), event.sender());
            case "received" -> part(event.session(), event.receiver());
            case "halted", "faulted" -> Optional.ofNullable(event.target()).map(byCoroutine::get);
            default -> Optional.empty();
        };
    }

    /** {@return what {@code part} sent and received, in order} */
    List<TraceEvent> communications(SessionRole part, List<TraceEvent> trace) {
        return trace.stream()
                .filter(event -> event.kind().equals("sent") || event.kind().equals("received"))
                .filter(event -> actor(event).filter(part::equals).isPresent())
                .toList();
    }

    private Optional<SessionRole> part(@Nullable Long session, @Nullable String role) {
        return session == null || role == null || session != session.intValue()
                ? Optional.empty()
                : Optional.of(new SessionRole(session.intValue(), role)).filter(parts::contains);
    }
}
