package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** Who must agree before an operation counts as agreed (spec 30 §3). */
public sealed interface AgreementRule {
    record NoAgreement() implements AgreementRule {}

    record AnyParticipant() implements AgreementRule {}

    record Unanimous() implements AgreementRule {}

    /** @param requiredParticipants unsigned */
    record Threshold(long requiredParticipants) implements AgreementRule {
        public static final Codec<Threshold> CODEC = ObjectCodec.of("AgreementRuleThreshold", m -> {
            var required = m.required("required_participants", Codec.U64, Threshold::requiredParticipants);
            return in -> new Threshold(in.get(required));
        });
    }

    record Named(String ruleName) implements AgreementRule {
        public static final Codec<Named> CODEC = ObjectCodec.of("AgreementRuleNamed", m -> {
            var ruleName = m.required("rule_name", Codec.STRING, Named::ruleName);
            return in -> new Named(in.get(ruleName));
        });
    }

    Codec<AgreementRule> CODEC = TaggedCodec.<AgreementRule>named("AgreementRule")
            .constant("no_agreement", new NoAgreement())
            .constant("any_participant", new AnyParticipant())
            .constant("unanimous", new Unanimous())
            .variant("threshold", Threshold.class, Threshold.CODEC)
            .variant("named", Named.class, Named.CODEC)
            .build();
}
