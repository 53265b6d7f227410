package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.ParityDocuments;
import dev.paritas.bridge.implementation.ParityBundleKind;
import dev.paritas.bridge.parity.BundleDifference;
import dev.paritas.bridge.parity.PublishedBundles;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.simulation.lifecycle.SemanticEffects;

/** {@code --effects}: the reduced semantic-effect bundle of our machine against all who tell theirs (spec 52 §6). */
final class EffectsLane {
    private final LaneContext context;

    EffectsLane(LaneContext context) {
        this.context = context;
    }

    void run() {
        BundleChecks<SemanticEffectBundle> checks = checks(context);
        checks.published(PublishedBundles.effects());
        checks.corpus(ParityDocuments.EFFECTS);
        checks.runner();
        checks.lean();
    }

    /** {@return the machine's bundle, to be compared} */
    static BundleChecks<SemanticEffectBundle> checks(LaneContext context) {
        return new BundleChecks<>(
                context, "effects", ParityBundleKind.EFFECTS, SemanticEffects.bundle(), EffectsLane::compare);
    }

    private static LaneContext.Findings compare(
            String check, SemanticEffectBundle model, SemanticEffectBundle machine) {
        return LaneContext.Findings.of(
                Math.min(model.fixtures().size(), machine.fixtures().size()),
                BundleDifference.effects(model, machine).stream()
                        .map(difference -> new Mismatch(
                                check + ":" + difference.place(),
                                difference.expected(),
                                difference.actual(),
                                difference.place()))
                        .toList());
    }
}
