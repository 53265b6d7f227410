package dev.paritas.choreography.path;

import dev.paritas.choreography.type.GlobalType;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** One way through a protocol. */
public final class ProtocolPath {
    private final GlobalType type;
    private final List<Choice> choices;
    private final boolean ends;
    private final BitSet taken;

    ProtocolPath(GlobalType type, List<Choice> choices, boolean ends, BitSet taken) {
        this.type = type;
        this.choices = List.copyOf(choices);
        this.ends = ends;
        this.taken = taken;
    }

    /**
     * {@return the same protocol, its loops written out and its branches ordered so that who always takes the first one goes
     * this way} What each role may do is as before.
     */
    public GlobalType type() {
        return type;
    }

    /** {@return the choices in the order in which they are made; behind a cut the first ones are taken, which are not listed} */
    public List<Choice> choices() {
        return choices;
    }

    /** {@return whether the way leads to the end, and was not cut in a loop} */
    public boolean ends() {
        return ends;
    }

    /** {@return the choices as {@code SENDER:LABEL}, separated by commas} */
    public String words() {
        return words(choices);
    }

    static String words(List<Choice> choices) {
        return choices.stream().map(Choice::word).collect(Collectors.joining(","));
    }

    /** {@return a run of this path at its beginning} */
    public PathProgress progress() {
        return new PathProgress(this);
    }

    /** {@return the numbers of the branches that are taken on the way} */
    BitSet taken() {
        return taken;
    }
}
