package dev.paritas.model.machine;

import dev.paritas.semanticobjects.value.Edge;

/** Why a coroutine waits. */
sealed interface ModelBlock {
    /** {@return the word in step states} */
    String tag();

    /** Nothing to receive on {@code edge}. */
    record RecvWait(Edge edge) implements ModelBlock {
        @Override
        public String tag() {
            return "recv_wait";
        }
    }

    /** No room on {@code edge}; dialect L never wakes such a coroutine. */
    record SendWait(Edge edge) implements ModelBlock {
        @Override
        public String tag() {
            return "send_wait";
        }
    }
}
