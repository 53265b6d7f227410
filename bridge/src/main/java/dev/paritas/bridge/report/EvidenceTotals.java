package dev.paritas.bridge.report;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.compare.Evidence;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** How many executed checks had which evidence. */
public record EvidenceTotals(long reference, long independent, long recorded, long transport) {
    public static final Codec<EvidenceTotals> CODEC = ObjectCodec.of(
            "EvidenceTotals",
            field("reference", Codec.U64, EvidenceTotals::reference),
            field("independent", Codec.U64, EvidenceTotals::independent),
            field("recorded", Codec.U64, EvidenceTotals::recorded),
            field("transport", Codec.U64, EvidenceTotals::transport),
            EvidenceTotals::new);

    static EvidenceTotals of(List<LaneCheck> checks) {
        return new EvidenceTotals(
                count(checks, Evidence.REFERENCE),
                count(checks, Evidence.INDEPENDENT),
                count(checks, Evidence.RECORDED),
                count(checks, Evidence.TRANSPORT));
    }

    private static long count(List<LaneCheck> checks, Evidence evidence) {
        return checks.stream()
                .filter(check -> check.executed() && check.evidence() == evidence)
                .count();
    }

    /** {@return the counts for people, such as {@code 9 reference, 20 independent, 15 recorded, 8 transport}} */
    public String text() {
        return "%d reference, %d independent, %d recorded, %d transport"
                .formatted(reference, independent, recorded, transport);
    }
}
