package dev.paritas.admission.runtime;

import dev.paritas.admission.gate.AdmissionGate;
import dev.paritas.admission.gate.RuntimeContracts;
import dev.paritas.admission.gate.RuntimeContracts.RuntimeCapability;
import dev.paritas.admission.gate.SchedulerCapability;
import dev.paritas.admission.gate.TransportRequirement;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The checks of an admission, in their order (spec 31 §9). {@link #OUTPUT_CONDITION_GATING} and
 * {@link #RECONFIGURATION_CONTRACTS} never speak first: the rules before them refuse the same bundles. They stand here
 * because the table has them.
 */
enum AdmissionRule {
    LINK_EVIDENCE {
        @Override
        Optional<CompositionError> objection(Request request) {
            return request.certificate().linkOkFull()
                    ? Optional.empty()
                    : Optional.of(new CompositionError.MissingLinkEvidence(request.artifactId()));
        }
    },
    RUNTIME_GATE {
        @Override
        Optional<CompositionError> objection(Request request) {
            return switch (request.gate().enforce()) {
                case ADMITTED -> Optional.empty();
                case REJECTED_MISSING_CONTRACTS ->
                    Optional.of(new CompositionError.MissingContracts(request.artifactId()));
                case REJECTED_UNSUPPORTED_DETERMINISM_PROFILE ->
                    request.missing("determinism_profile::" + DeterminismMode.CODEC.word(request.mode()));
            };
        }
    },
    SCHEDULER {
        @Override
        Optional<CompositionError> objection(Request request) {
            SchedulerCapability scheduler =
                    SchedulerCapability.of(request.config().schedPolicy());
            return request.certificate().theoremPack().schedulers().contains(scheduler)
                    ? Optional.empty()
                    : request.missing("scheduler::" + SchedulerCapability.CODEC.word(scheduler));
        }
    },
    DETERMINISM {
        @Override
        Optional<CompositionError> objection(Request request) {
            return request.certificate().theoremPack().determinism().contains(request.mode())
                    ? Optional.empty()
                    : request.missing("determinism::" + DeterminismMode.CODEC.word(request.mode()));
        }
    },
    EXECUTION_PROFILE {
        @Override
        Optional<CompositionError> objection(Request request) {
            return request.gate().supports(request.certificate().theoremPack().executionProfile())
                    ? Optional.empty()
                    : request.missing("execution_profile");
        }
    },
    OUTPUT_CONDITION_GATING {
        @Override
        Optional<CompositionError> objection(Request request) {
            return !request.gate().isGated()
                            || request.certificate().theoremPack().outputConditionGating()
                    ? Optional.empty()
                    : request.missing("output_condition_gating");
        }
    },
    TRANSPORTS {
        @Override
        Optional<CompositionError> objection(Request request) {
            return TransportRequirement.firstObjection(
                            request.certificate().theoremPack().executionProfile(),
                            request.gate()
                                    .contracts()
                                    .map(RuntimeContracts::transportContracts)
                                    .orElse(List.of()))
                    .map(objection -> switch (objection) {
                        case TransportRequirement.Objection.NoTransport() ->
                            new CompositionError.MissingTransport(request.artifactId());
                        case TransportRequirement.Objection.Unmet(var transport, var requirement) ->
                            new CompositionError.UnmetTransport(request.artifactId(), transport, requirement);
                    });
        }
    },
    RECONFIGURATION_CONTRACTS {
        @Override
        Optional<CompositionError> objection(Request request) {
            return request.policy().isPresent() && request.gate().contracts().isEmpty()
                    ? Optional.of(new CompositionError.MissingContracts(request.artifactId()))
                    : Optional.empty();
        }
    },
    PLACEMENT_REFINEMENT {
        @Override
        Optional<CompositionError> objection(Request request) {
            return request.policy()
                    .flatMap(
                            ignored -> request.missing(RuntimeCapability.PLACEMENT_REFINEMENT, "placement_refinement"));
        }
    },
    DYNAMIC_MEMBERSHIP {
        @Override
        Optional<CompositionError> objection(Request request) {
            return request.policy()
                    .filter(ReconfigurationPolicy::dynamicMembership)
                    .flatMap(ignored -> request.missing(RuntimeCapability.AUTOSCALE_REPARTITION, "dynamic_membership"));
        }
    },
    OVERLAP_REQUIRED {
        @Override
        Optional<CompositionError> objection(Request request) {
            return request.policy()
                    .filter(ReconfigurationPolicy::overlapRequired)
                    .flatMap(ignored -> request.missing(RuntimeCapability.LIVE_MIGRATION, "overlap_required"));
        }
    },
    INCREMENTAL_MEMORY {
        @Override
        Optional<CompositionError> objection(Request request) {
            return MemoryBudget.USAGE.incrementalBytesPerProtocol()
                            <= request.budget().incrementalBytesPerProtocol()
                    ? Optional.empty()
                    : Optional.of(
                            new CompositionError.MemoryExceeded(request.artifactId(), "incremental protocol overhead"));
        }
    };

    /** One bundle before one runtime. */
    record Request(MachineConfig config, MemoryBudget budget, MachineBundle<CompositionCertificate> bundle) {
        CompositionCertificate certificate() {
            return bundle.certificate();
        }

        String artifactId() {
            return certificate().artifactId();
        }

        AdmissionGate gate() {
            return new AdmissionGate(config, certificate().runtimeContracts());
        }

        DeterminismMode mode() {
            return config.determinismMode();
        }

        Optional<ReconfigurationPolicy> policy() {
            return bundle.reconfiguration();
        }

        Optional<CompositionError> missing(String capability) {
            return Optional.of(new CompositionError.MissingCapability(artifactId(), capability));
        }

        /** {@return an objection when the contracts lack {@code capability}, which {@code purpose} needs} */
        Optional<CompositionError> missing(RuntimeCapability capability, String purpose) {
            Set<RuntimeCapability> granted = certificate()
                    .runtimeContracts()
                    .map(RuntimeContracts::capabilities)
                    .orElse(Set.of());
            return granted.contains(capability)
                    ? Optional.empty()
                    : Optional.of(new CompositionError.MissingReconfigurationCapability(
                            artifactId(), "reconfiguration::" + purpose));
        }
    }

    abstract Optional<CompositionError> objection(Request request);

    /** {@return what the first objecting rule says} */
    static Optional<CompositionError> first(Request request) {
        return Arrays.stream(values())
                .flatMap(rule -> rule.objection(request).stream())
                .findFirst();
    }
}
