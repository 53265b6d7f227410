package dev.paritas.admission.runtime;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.admission.gate.RuntimeContracts;
import dev.paritas.admission.gate.TheoremPackCapabilities;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.Optional;

/**
 * What is proved about a bundle (spec 31 §9).
 *
 * @param artifactId names the bundle in events and refusals
 * @param linkOkFull the proof side's word that the bundle links with what is deployed beside it: disjoint session ids, dual
 *     exports and imports both ways, coherent merged environments. Nothing here computes it
 */
public record CompositionCertificate(
        String artifactId,
        boolean linkOkFull,
        TheoremPackCapabilities theoremPack,
        Optional<RuntimeContracts> runtimeContracts) {
    public static final Codec<CompositionCertificate> CODEC = ObjectCodec.of(
            "CompositionCertificate",
            field("artifact_id", Codec.STRING, CompositionCertificate::artifactId),
            field("link_ok_full", Codec.BOOL, CompositionCertificate::linkOkFull),
            field("theorem_pack", TheoremPackCapabilities.CODEC, CompositionCertificate::theoremPack),
            nullable(
                    "runtime_contracts",
                    RuntimeContracts.CODEC,
                    certificate -> certificate.runtimeContracts().orElse(null)),
            (id, linked, pack, contracts) ->
                    new CompositionCertificate(id, linked, pack, Optional.ofNullable(contracts)));
}
