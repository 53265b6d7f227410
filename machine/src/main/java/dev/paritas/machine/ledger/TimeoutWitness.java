package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.OptionalLong;

/** Evidence that a site counts as timed out until a tick (spec 31 §2). */
public record TimeoutWitness(long witnessId, String site, long issuedAtTick, long untilTick)
        implements AuthorityArtifact {
    public static final Codec<TimeoutWitness> CODEC = ObjectCodec.of(
            "TimeoutWitness",
            field("witness_id", Codec.U64, TimeoutWitness::witnessId),
            field("site", Codec.STRING, TimeoutWitness::site),
            field("issued_at_tick", Codec.U64, TimeoutWitness::issuedAtTick),
            field("until_tick", Codec.U64, TimeoutWitness::untilTick),
            TimeoutWitness::new);

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.EVIDENCE;
    }

    @Override
    public OptionalLong session() {
        return OptionalLong.empty();
    }
}
