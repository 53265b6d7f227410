package dev.paritas.machine.engine;

import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.machine.session.TypeState;
import org.jspecify.annotations.Nullable;

/** Checks the session type before an instruction is charged (spec 20 §15.1). */
final class Monitor {
    private Monitor() {}

    static void check(Coroutine coroutine, Decoded.Precheck precheck, @Nullable EndpointSlot endpoint) {
        switch (precheck) {
            case NOTHING -> {}
            case SEND_STATE -> expect(coroutine, endpoint, TypeState.Head.SEND, "Send");
            case RECV_STATE -> expect(coroutine, endpoint, TypeState.Head.RECV, "Recv");
            case REPEATED_LABELS ->
                throw FaultSignal.speculation("[monitor] structural precheck failed: duplicate choose labels");
            case OPEN_ARITY ->
                throw FaultSignal.speculation("[monitor] structural precheck failed: open arity mismatch");
        }
    }

    private static void expect(Coroutine coroutine, @Nullable EndpointSlot endpoint, TypeState.Head head, String name) {
        TypeState type = endpoint == null ? null : endpoint.type();
        if (type == null) {
            throw FaultSignal.type("[monitor] " + coroutine.role + ": no type registered");
        }
        if (type.head() != head) {
            throw FaultSignal.type("[monitor] " + coroutine.role + ": expected " + name + " state, got "
                    + type.current().debugText());
        }
    }
}
