package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.semanticobjects.value.DebugText;

/** A change of the network as the handler reports it (spec 30 §6.3). */
public sealed interface TopologyEvent {
    /** What a corrupted edge does to payloads. */
    enum Corruption {
        BIT_FLIP,
        TRUNCATION,
        PAYLOAD_ERASE;

        public static final WordCodec<Corruption> CODEC = WordCodec.camelCase(Corruption.class);
    }

    record Crash(String site) implements TopologyEvent {
        public static final Codec<Crash> CODEC =
                ObjectCodec.of("TopologyEventCrash", field("site", Codec.STRING, Crash::site), Crash::new);
    }

    record Partition(String from, String to) implements TopologyEvent {
        public static final Codec<Partition> CODEC = ObjectCodec.of(
                "TopologyEventPartition",
                field("from", Codec.STRING, Partition::from),
                field("to", Codec.STRING, Partition::to),
                Partition::new);
    }

    record Heal(String from, String to) implements TopologyEvent {
        public static final Codec<Heal> CODEC = ObjectCodec.of(
                "TopologyEventHeal",
                field("from", Codec.STRING, Heal::from),
                field("to", Codec.STRING, Heal::to),
                Heal::new);
    }

    record Corrupt(String from, String to, Corruption corruption) implements TopologyEvent {
        public static final Codec<Corrupt> CODEC = ObjectCodec.of(
                "TopologyEventCorrupt",
                field("from", Codec.STRING, Corrupt::from),
                field("to", Codec.STRING, Corrupt::to),
                field("corruption", Corruption.CODEC, Corrupt::corruption),
                Corrupt::new);
    }

    record Timeout(String site, WireDuration duration) implements TopologyEvent {
        public static final Codec<Timeout> CODEC = ObjectCodec.of(
                "TopologyEventTimeout",
                field("site", Codec.STRING, Timeout::site),
                field("duration", WireDuration.CODEC, Timeout::duration),
                Timeout::new);
    }

    Codec<TopologyEvent> CODEC = Codec.lazy(() -> TopologyEventCodec.INSTANCE);

    default String debugText() {
        return switch (this) {
            case Crash(String site) -> DebugText.struct("Crash", "site", DebugText.quoted(site));
            case Partition(String from, String to) -> pair("Partition", from, to);
            case Heal(String from, String to) -> pair("Heal", from, to);
            case Corrupt(String from, String to, Corruption corruption) ->
                DebugText.struct(
                        "Corrupt",
                        "from",
                        DebugText.quoted(from),
                        "to",
                        DebugText.quoted(to),
                        "corruption",
                        Corruption.CODEC.word(corruption));
            case Timeout(String site, WireDuration duration) ->
                DebugText.struct("Timeout", "site", DebugText.quoted(site), "duration", duration.debugText());
        };
    }

    private static String pair(String name, String from, String to) {
        return DebugText.struct(name, "from", DebugText.quoted(from), "to", DebugText.quoted(to));
    }
}

/** The tags of a {@link TopologyEvent}. */
final class TopologyEventCodec {
    static final Codec<TopologyEvent> INSTANCE = TaggedCodec.<TopologyEvent>named("TopologyEvent")
            .variant("Crash", TopologyEvent.Crash.class, TopologyEvent.Crash.CODEC)
            .variant("Partition", TopologyEvent.Partition.class, TopologyEvent.Partition.CODEC)
            .variant("Heal", TopologyEvent.Heal.class, TopologyEvent.Heal.CODEC)
            .variant("Corrupt", TopologyEvent.Corrupt.class, TopologyEvent.Corrupt.CODEC)
            .variant("Timeout", TopologyEvent.Timeout.class, TopologyEvent.Timeout.CODEC)
            .build();

    private TopologyEventCodec() {}
}
