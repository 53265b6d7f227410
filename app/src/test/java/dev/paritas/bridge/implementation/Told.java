package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a user is told of a failure: its code, and the sentence in the words of the peer. */
record Told(String code, String message) {
    static Told of(Peer peer, Failure failure) {
        return new Told(failure.code(), peer.words().text(failure));
    }

    /** {@return what is told when {@code call} fails, as it must} */
    static Told when(ThrowingCallable call) {
        ImplementationException thrown = catchThrowableOfType(ImplementationException.class, call);
        assertThat(thrown).as("the call should have failed").isNotNull();
        return new Told(thrown.failure().code(), String.valueOf(thrown.getMessage()));
    }
}
