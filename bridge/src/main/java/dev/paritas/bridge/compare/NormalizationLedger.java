package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each rule changed what was compared. A rule that changed nothing has no entry. */
public record NormalizationLedger(Map<NormalizationRule, Long> counts) {
    /** One line of the ledger. */
    public record Entry(NormalizationRule name, String surface, String rule, String classification, long count) {
        public static final Codec<Entry> CODEC = ObjectCodec.of(
                "NormalizationEntry",
                field("name", NormalizationRule.CODEC, Entry::name),
                field("surface", Codec.STRING, Entry::surface),
                field("rule", Codec.STRING, Entry::rule),
                field("classification", Codec.STRING, Entry::classification),
                field("count", Codec.U64, Entry::count),
                Entry::new);
    }

    /** The rules of {@code compare_execution}: exactly this one is permitted (spec 22 §15.2). */
    public static final List<NormalizationRule> PERMITTED_FOR_TRACES = List.of(NormalizationRule.SESSION_TICK);

    /** The ledger of a comparison that normalised nothing. */
    public static final NormalizationLedger EMPTY = new NormalizationLedger(Map.of());

    public NormalizationLedger {
        EnumMap<NormalizationRule, Long> copy = new EnumMap<>(NormalizationRule.class);
        counts.forEach((rule, count) -> {
            if (count > 0) {
                copy.put(rule, count);
            }
        });
        counts = Collections.unmodifiableMap(copy);
    }

    public long count(NormalizationRule rule) {
        return counts.getOrDefault(rule, 0L);
    }

    /** {@return the lines in rank order} */
    public List<Entry> entries() {
        return counts.entrySet().stream()
                .map(line -> new Entry(
                        line.getKey(),
                        line.getKey().surface(),
                        line.getKey().rule(),
                        line.getKey().classification(),
                        line.getValue()))
                .toList();
    }

    /** {@return the ledger of both} */
    public NormalizationLedger plus(NormalizationLedger other) {
        Counter counter = new Counter();
        counts.forEach(counter::add);
        other.counts.forEach(counter::add);
        return counter.ledger();
    }

    /** Counts while a comparison runs. */
    static final class Counter {
        private final long[] counts = new long[NormalizationRule.values().length];

        void add(NormalizationRule rule, long times) {
            counts[rule.ordinal()] += times;
        }

        NormalizationLedger ledger() {
            EnumMap<NormalizationRule, Long> map = new EnumMap<>(NormalizationRule.class);
            for (NormalizationRule rule : NormalizationRule.values()) {
                map.put(rule, counts[rule.ordinal()]);
            }
            return new NormalizationLedger(map);
        }
    }
}
