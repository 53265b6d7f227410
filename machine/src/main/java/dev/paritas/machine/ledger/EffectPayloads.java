package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON inputs and outputs of effect records (spec 30 §7.3, §7.6). */
public final class EffectPayloads {
    private EffectPayloads() {}

    /** {@return {@code {from,label,session,to}}: a message on an edge} */
    public static JsonValue message(long session, String from, String to, String label) {
        return new JsonValue.Obj(
                Map.of("from", text(from), "label", text(label), "session", JsonValue.Num.of(session), "to", text(to)));
    }

    /** {@return {@code {layer,role,session}}: a guard layer} */
    public static JsonValue layer(long session, String role, String layer) {
        return new JsonValue.Obj(
                Map.of("layer", text(layer), "role", text(role), "session", JsonValue.Num.of(session)));
    }

    /** {@return {@code {action,role,session}}: an invoked step that failed} */
    public static JsonValue action(long session, String role, String action) {
        return new JsonValue.Obj(
                Map.of("action", text(action), "role", text(role), "session", JsonValue.Num.of(session)));
    }

    /** {@return {@code {"failure":{kind,message},"status":"failure"}}} */
    public static JsonValue failure(EffectFailure failure) {
        return new JsonValue.Obj(Map.of("failure", EffectFailure.CODEC.toTree(failure), "status", text("failure")));
    }

    /** {@return {@code {"status":"blocked"}}} */
    public static JsonValue blocked() {
        return new JsonValue.Obj(Map.of("status", text("blocked")));
    }

    /** {@return {@code {"reason":…,"status":"blocked"}}} */
    public static JsonValue blocked(String reason) {
        return new JsonValue.Obj(Map.of("reason", text(reason), "status", text("blocked")));
    }

    static JsonValue invalidated(String reason) {
        return new JsonValue.Obj(Map.of("reason", text(reason), "status", text("invalidated")));
    }

    static JsonValue invalidatedByHandoff(long handoffId, String revoked, String activated, String reason) {
        return new JsonValue.Obj(Map.of(
                "activated_owner_id",
                text(activated),
                "handoff_id",
                JsonValue.Num.of(handoffId),
                "reason",
                text(reason),
                "revoked_owner_id",
                text(revoked),
                "status",
                text("invalidated")));
    }

    static JsonValue invoked(long coroutine, String role) {
        return new JsonValue.Obj(Map.of("coro_id", JsonValue.Num.of(coroutine), "role", text(role)));
    }

    static JsonValue flag(String name) {
        return new JsonValue.Obj(Map.of(name, JsonValue.TRUE));
    }

    /** {@return the text member {@code reason} of {@code outputs}, null without one} */
    static @Nullable String reason(JsonValue outputs) {
        return outputs instanceof JsonValue.Obj(var members)
                        && members.get("reason") instanceof JsonValue.Text(String reason)
                ? reason
                : null;
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text);
    }
}
