package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.json.WordCodec;

/** Under which theorem a run is to be read. */
public record TheoremSpec(
        SchedulerProfile schedulerProfile, EnvelopeProfile envelopeProfile, AssumptionBundle assumptionBundle) {
    /** How the schedule relates to the canonical one. */
    public enum SchedulerProfile {
        AUTO,
        CANONICAL_EXACT,
        THREADED_EXACT,
        THREADED_ENVELOPE;

        static final WordCodec<SchedulerProfile> CODEC = WordCodec.snakeCase(SchedulerProfile.class);
    }

    /** How far a run may stray. */
    public enum EnvelopeProfile {
        AUTO,
        EXACT,
        PROTOCOL_MACHINE_ENVELOPE_ADHERENCE,
        PROTOCOL_MACHINE_ENVELOPE_ADMISSION,
        NONE;

        static final WordCodec<EnvelopeProfile> CODEC = WordCodec.snakeCase(EnvelopeProfile.class);
    }

    /** What is assumed of the surroundings. */
    public enum AssumptionBundle {
        AUTO,
        FAULT_FREE_TRANSPORT,
        OBSERVED_TRANSPORT,
        PARTIAL_SYNCHRONY,
        BYZANTINE_ENVELOPE;

        static final WordCodec<AssumptionBundle> CODEC = WordCodec.snakeCase(AssumptionBundle.class);
    }

    public static final TheoremSpec AUTO =
            new TheoremSpec(SchedulerProfile.AUTO, EnvelopeProfile.AUTO, AssumptionBundle.AUTO);
}
