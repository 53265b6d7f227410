package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** The verdict of an output check as proof of a materialized result (spec 30 §4.7). */
public record MaterializationProof(
        String proofId,
        @Nullable Long session,
        String predicateRef,
        @Nullable String witnessRef,
        String outputDigest,
        boolean passed) {
    public static final Codec<MaterializationProof> CODEC = ObjectCodec.of(
            "MaterializationProof",
            field("proof_id", Codec.STRING, MaterializationProof::proofId),
            nullable("session", Codec.U64, MaterializationProof::session),
            field("predicate_ref", Codec.STRING, MaterializationProof::predicateRef),
            nullable("witness_ref", Codec.STRING, MaterializationProof::witnessRef),
            field("output_digest", Codec.STRING, MaterializationProof::outputDigest),
            field("passed", Codec.BOOL, MaterializationProof::passed),
            MaterializationProof::new);
}
