package dev.paritas.machine.isa;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;

/** The handler bound to a directed edge in {@code Open}. */
public record EdgeHandler(String sender, String receiver, String handler) {
    private record Ends(String sender, String receiver) {
        static final Codec<Ends> CODEC =
                new PairCodec<>(Codec.STRING, Codec.STRING, Ends::new, Ends::sender, Ends::receiver);
    }

    public static final Codec<EdgeHandler> CODEC = new PairCodec<>(
            Ends.CODEC,
            Codec.STRING,
            (ends, handler) -> new EdgeHandler(ends.sender(), ends.receiver(), handler),
            bound -> new Ends(bound.sender(), bound.receiver()),
            EdgeHandler::handler);
}
