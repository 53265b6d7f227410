package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.RoleProjection;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.choreography.json.ChoreographyJson;
import java.util.ArrayList;
import java.util.List;

/** The published projections of one case against today's projector. */
final class CorpusProjections {
    private CorpusProjections() {}

    static List<Mismatch> differences(CorpusCase item) {
        List<Mismatch> mismatches = new ArrayList<>();
        int index = 0;
        for (ChoreographyJson choreography : item.input().choreographies()) {
            for (String role : choreography.roles()) {
                RoleProjection published = item.projections().get(index++);
                String place = item.id() + "/" + role;
                StructuralDifference.first(
                                RoleProjection.CODEC, published, RoleProjection.of(choreography.globalType(), role))
                        .ifPresent(difference -> mismatches.add(new Mismatch(
                                "golden/corpus:" + place,
                                difference.leftText(),
                                difference.rightText(),
                                place + difference.pointer())));
            }
        }
        return mismatches;
    }
}
