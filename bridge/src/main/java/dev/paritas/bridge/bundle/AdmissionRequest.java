package dev.paritas.bridge.bundle;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittedDefault;

import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.gate.RuntimeContracts;
import dev.paritas.admission.gate.SchedulerCapability;
import dev.paritas.admission.gate.TheoremPackCapabilities;
import dev.paritas.admission.runtime.CompositionCertificate;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bundles before one composed runtime (spec 31 §9). The document is ours; what it consists of has the reference's names.
 *
 * @param config of the runtime
 * @param places where roles run; when there are any, every role of every bundle has one
 * @param bundles in the order in which they ask to be admitted
 */
public record AdmissionRequest(MachineConfig config, List<PlacementObservation> places, List<Candidate> bundles) {
    public static final String SCHEMA_VERSION = "paritas.admission.v1";

    public static final Codec<AdmissionRequest> CODEC = ObjectCodec.of(
                    "AdmissionRequest",
                    defaulted("config", MachineConfig.CODEC, AdmissionRequest::config, MachineConfig.DEFAULT),
                    omittedDefault(
                            "places", Codec.listOf(PlacementObservation.CODEC), AdmissionRequest::places, List.of()),
                    field("bundles", Codec.listOf(Candidate.CODEC), AdmissionRequest::bundles),
                    AdmissionRequest::new)
            .headed("schema_version", new SchemaVersionCodec(SCHEMA_VERSION, ""), SCHEMA_VERSION);

    public AdmissionRequest {
        places = List.copyOf(places);
        bundles = List.copyOf(bundles);
    }

    /** A bundle with what is proved about it. */
    public record Candidate(ProtocolBundle bundle, CompositionCertificate certificate) {
        public static final Codec<Candidate> CODEC = ObjectCodec.of(
                "AdmissionCandidate",
                field("bundle", ProtocolBundle.CODEC, Candidate::bundle),
                field("certificate", CompositionCertificate.CODEC, Candidate::certificate),
                Candidate::new);
    }

    /**
     * {@return a request for one protocol on the default machine, with the projections of all roles, no claims, and a
     * certificate that vouches for everything} Such a certificate is a place to begin at, not a proof.
     *
     * @throws dev.paritas.semanticobjects.problem.ProblemException when a role has no projection
     */
    public static AdmissionRequest draft(String artifactId, GlobalType global) {
        Map<String, LocalType> locals = new HashMap<>();
        global.roles().forEach(role -> locals.put(role, Projection.project(global, role)));
        return new AdmissionRequest(
                MachineConfig.DEFAULT,
                List.of(),
                List.of(new Candidate(
                        ProtocolBundles.exportProtocolBundle(global, locals, InvariantClaims.NONE),
                        new CompositionCertificate(
                                artifactId,
                                true,
                                new TheoremPackCapabilities(
                                        EnumSet.allOf(DeterminismMode.class),
                                        EnumSet.allOf(SchedulerCapability.class),
                                        true),
                                Optional.of(RuntimeContracts.FULL)))));
    }
}
