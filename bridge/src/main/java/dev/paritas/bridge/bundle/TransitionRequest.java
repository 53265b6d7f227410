package dev.paritas.bridge.bundle;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import java.util.List;

/**
 * A change of membership for the validator to judge (spec 32 §7).
 *
 * @param startingEpoch the epoch that ends, unsigned
 * @param previousMembers in any order, repetitions count once
 * @param nextMembers likewise
 */
public record TransitionRequest(
        String artifactId,
        ReconfigurationPolicy policy,
        long startingEpoch,
        List<String> previousMembers,
        List<String> nextMembers) {
    public static final Codec<TransitionRequest> CODEC = ObjectCodec.of(
            "TransitionRequest",
            field("artifact_id", Codec.STRING, TransitionRequest::artifactId),
            field("policy", ReconfigurationPolicy.CODEC, TransitionRequest::policy),
            field("starting_epoch", Codec.U64, TransitionRequest::startingEpoch),
            field("previous_members", Codec.listOf(Codec.STRING), TransitionRequest::previousMembers),
            field("next_members", Codec.listOf(Codec.STRING), TransitionRequest::nextMembers),
            TransitionRequest::new);

    public TransitionRequest {
        previousMembers = List.copyOf(previousMembers);
        nextMembers = List.copyOf(nextMembers);
    }

    /** {@return the request that asks for exactly {@code event}, a phase of a plan for example} */
    public static TransitionRequest of(ReconfigurationEvent event) {
        return new TransitionRequest(
                event.artifactId(),
                new ReconfigurationPolicy(event.dynamicMembership(), event.overlapRequired()),
                event.epoch() - 1,
                event.previousMembers(),
                event.nextMembers());
    }
}
