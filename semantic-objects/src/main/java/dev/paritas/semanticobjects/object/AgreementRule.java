package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;

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
        public static final Codec<Threshold> CODEC = ObjectCodec.of(
                "AgreementRuleThreshold",
                field("required_participants", Codec.U64, Threshold::requiredParticipants),
                Threshold::new);
    }

    record Named(String ruleName) implements AgreementRule {
        public static final Codec<Named> CODEC =
                ObjectCodec.of("AgreementRuleNamed", field("rule_name", Codec.STRING, Named::ruleName), Named::new);
    }

    Codec<AgreementRule> CODEC = TaggedCodec.<AgreementRule>named("AgreementRule")
            .constant("no_agreement", new NoAgreement())
            .constant("any_participant", new AnyParticipant())
            .constant("unanimous", new Unanimous())
            .variant("threshold", Threshold.class, Threshold.CODEC)
            .variant("named", Named.class, Named.CODEC)
            .build();
}
