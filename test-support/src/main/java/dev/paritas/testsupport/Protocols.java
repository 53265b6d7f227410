package dev.paritas.testsupport;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import java.util.stream.Stream;

/** The small protocols on which most tests run. */
public final class Protocols {
    /** {@code A→B:msg}. */
    public static final GlobalType MESSAGE = GlobalType.comm("A", "B", "msg", GlobalType.END);

    /** {@code A→B:ping. B→A:pong}. */
    public static final GlobalType PING_PONG =
            GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", GlobalType.END));

    /** Role A of {@link #PING_PONG}. */
    public static final LocalType PING_PONG_A = LocalType.send("B", "ping", LocalType.recv("B", "pong", LocalType.END));

    /** {@code μX. A→B:ping. B→A:pong. X}. */
    public static final GlobalType PING_PONG_LOOP =
            loop(GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", new GlobalType.Var("X"))));

    /** {@code A→B{yes, no}}, in this order. */
    public static final GlobalType CHOICE = new GlobalType.Comm(
            "A",
            "B",
            Stream.of("yes", "no")
                    .map(label -> new GlobalType.Branch(Label.of(label), GlobalType.END))
                    .toList());

    /** {@code μX. A→B:tick. X}. */
    public static final GlobalType LOOP = loop(GlobalType.comm("A", "B", "tick", new GlobalType.Var("X")));

    /** {@code A→B:ab. B→C:bc. C→A:ca}. */
    public static final GlobalType RING = GlobalType.comm(
            "A", "B", "ab", GlobalType.comm("B", "C", "bc", GlobalType.comm("C", "A", "ca", GlobalType.END)));

    private Protocols() {}

    /** {@return {@code μX. body}} */
    public static GlobalType loop(GlobalType body) {
        return new GlobalType.Mu("X", body);
    }

    /** {@return so many messages {@code A→B:m}} */
    public static GlobalType chain(int messages) {
        GlobalType chain = GlobalType.END;
        for (int i = 0; i < messages; i++) {
            chain = GlobalType.comm("A", "B", "m", chain);
        }
        return chain;
    }
}
