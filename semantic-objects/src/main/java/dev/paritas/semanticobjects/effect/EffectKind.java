package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.effect.EffectMetadata.Admissibility;
import dev.paritas.semanticobjects.effect.EffectMetadata.AgreementUse;
import dev.paritas.semanticobjects.effect.EffectMetadata.AuthorityClass;
import dev.paritas.semanticobjects.effect.EffectMetadata.HandlerDomain;
import dev.paritas.semanticobjects.effect.EffectMetadata.ReentrancyPolicy;
import dev.paritas.semanticobjects.effect.EffectMetadata.RegionScope;
import dev.paritas.semanticobjects.effect.EffectMetadata.RetryShape;
import dev.paritas.semanticobjects.effect.EffectMetadata.SemanticClass;
import dev.paritas.semanticobjects.effect.EffectMetadata.TimeoutPolicy;
import dev.paritas.semanticobjects.effect.EffectMetadata.Totality;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The effects the machine itself performs, each with its metadata (the table of spec 30 §6.1). */
public enum EffectKind {
    SEND_DECISION("send_decision", command("Transport", "sendDecision")),
    HANDLE_RECV("handle_recv", command("Transport", "handleRecv")),
    HANDLE_CHOOSE("handle_choose", command("Transport", "handleChoose")),
    INVOKE_STEP(
            "invoke_step",
            new EffectMetadata(
                    "Runtime",
                    "invoke",
                    AuthorityClass.COMMAND,
                    SemanticClass.BEST_EFFORT,
                    AgreementUse.FORBIDDEN,
                    RegionScope.FRAGMENT,
                    Admissibility.DECLARED_USE_ONLY,
                    Totality.IMMEDIATE,
                    new TimeoutPolicy.InheritOperationBudget(),
                    new RetryShape.Forbidden(),
                    ReentrancyPolicy.REJECT_SAME_OPERATION,
                    HandlerDomain.EXTERNAL)),
    HANDLE_ACQUIRE(
            "handle_acquire",
            authoritative(
                    "Guard",
                    "acquire",
                    Admissibility.DECLARED_USE_ONLY,
                    Totality.MAY_BLOCK,
                    new RetryShape.Forbidden(),
                    ReentrancyPolicy.REJECT_SAME_FRAGMENT)),
    HANDLE_RELEASE(
            "handle_release",
            authoritative(
                    "Guard",
                    "release",
                    Admissibility.DECLARED_USE_ONLY,
                    Totality.IMMEDIATE,
                    new RetryShape.Forbidden(),
                    ReentrancyPolicy.REJECT_SAME_FRAGMENT)),
    TOPOLOGY_EVENTS(
            "topology_events",
            authoritative(
                    "Runtime",
                    "topologyEvents",
                    Admissibility.INTERNAL_ONLY,
                    Totality.IMMEDIATE,
                    new RetryShape.Forbidden(),
                    ReentrancyPolicy.ALLOW)),
    WAL_SYNC(
            "wal_sync",
            authoritative(
                    "Wal",
                    "sync",
                    Admissibility.INTERNAL_ONLY,
                    Totality.MAY_BLOCK,
                    new RetryShape.Bounded(3),
                    ReentrancyPolicy.REJECT_SAME_FRAGMENT)),
    OUTPUT_CONDITION_HINT(
            "output_condition_hint",
            authoritative(
                    "Runtime",
                    "outputConditionHint",
                    Admissibility.DECLARED_USE_ONLY,
                    Totality.IMMEDIATE,
                    new RetryShape.Forbidden(),
                    ReentrancyPolicy.ALLOW));

    /** The word of an applied topology event in effect traces; it shares the metadata of {@link #TOPOLOGY_EVENTS}. */
    public static final String TOPOLOGY_EVENT = "topology_event";

    private static final Map<String, EffectKind> BY_WORD = byWord();

    private final String word;
    private final EffectMetadata metadata;

    EffectKind(String word, EffectMetadata metadata) {
        this.word = word;
        this.metadata = metadata;
    }

    /** {@return the word on the wire} */
    public String word() {
        return word;
    }

    public EffectMetadata metadata() {
        return metadata;
    }

    public static Optional<EffectKind> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** {@return the metadata of an effect by the word of its kind; unknown words are commands of the runtime} */
    public static EffectMetadata metadataOf(String word) {
        EffectKind kind = BY_WORD.get(word);
        return kind == null ? command("Runtime", word) : kind.metadata;
    }

    private static EffectMetadata command(String interfaceName, String operationName) {
        return new EffectMetadata(
                interfaceName,
                operationName,
                AuthorityClass.COMMAND,
                SemanticClass.BEST_EFFORT,
                AgreementUse.FORBIDDEN,
                RegionScope.SESSION,
                Admissibility.DECLARED_USE_ONLY,
                Totality.IMMEDIATE,
                new TimeoutPolicy.None(),
                new RetryShape.Forbidden(),
                ReentrancyPolicy.ALLOW,
                HandlerDomain.EXTERNAL);
    }

    /** What may block has a timeout of open length; what only the machine may ask is handled inside it. */
    private static EffectMetadata authoritative(
            String interfaceName,
            String operationName,
            Admissibility admissibility,
            Totality totality,
            RetryShape retryShape,
            ReentrancyPolicy reentrancyPolicy) {
        return new EffectMetadata(
                interfaceName,
                operationName,
                AuthorityClass.AUTHORITATIVE,
                SemanticClass.AUTHORITATIVE,
                AgreementUse.REQUIRED,
                RegionScope.FRAGMENT,
                admissibility,
                totality,
                totality == Totality.MAY_BLOCK ? new TimeoutPolicy.Required(null) : new TimeoutPolicy.None(),
                retryShape,
                reentrancyPolicy,
                admissibility == Admissibility.INTERNAL_ONLY ? HandlerDomain.INTERNAL : HandlerDomain.EXTERNAL);
    }

    private static Map<String, EffectKind> byWord() {
        Map<String, EffectKind> kinds = new HashMap<>();
        for (EffectKind kind : values()) {
            kinds.put(kind.word, kind);
        }
        kinds.put(TOPOLOGY_EVENT, TOPOLOGY_EVENTS);
        return Map.copyOf(kinds);
    }
}
