package dev.paritas.heap.resource;

/** What the bytes behind a prelude are (spec 40 §2). */
enum Tag {
    PAYLOAD(0x10),
    CHANNEL_STATE(0x20),
    MESSAGE(0x30),
    RESOURCE_CHANNEL(0x40),
    RESOURCE_MESSAGE(0x41),
    RESOURCE_SESSION(0x42),
    RESOURCE_VALUE(0x43),
    RESOURCE_ID(0x50),
    ACTIVE_LEAF(0x51),
    NULLIFIER_LEAF(0x52),
    MERKLE_NODE(0x53),
    COMMITMENT(0x54);

    private final byte code;

    Tag(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
