package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.WordCodec;

/** What happened to an artifact of authority (spec 31 §2); CamelCase on the wire. */
public enum AuthorityEvent {
    ISSUED,
    CONSUMED,
    INVALIDATED,
    COMMITTED,
    ROLLED_BACK,
    REJECTED,
    EXPIRED;

    public static final WordCodec<AuthorityEvent> CODEC = WordCodec.camelCase(AuthorityEvent.class);
}
