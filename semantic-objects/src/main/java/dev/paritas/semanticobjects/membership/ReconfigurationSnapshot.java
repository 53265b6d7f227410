package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * The whole state of a bundle's membership (spec 31 §10.4).
 *
 * @param epoch unsigned
 * @param activeMembers ascending by code point without repetition
 */
public record ReconfigurationSnapshot(
        long epoch,
        List<String> activeMembers,
        List<ReconfigurationEvent> history,
        List<PlanExecution> planExecutions,
        List<RuntimeUpgradeExecution> runtimeUpgrades) {
    public static final Codec<ReconfigurationSnapshot> CODEC = ObjectCodec.of(
            "ReconfigurationSnapshot",
            field("epoch", Codec.U64, ReconfigurationSnapshot::epoch),
            field("active_members", Codec.listOf(Codec.STRING), ReconfigurationSnapshot::activeMembers),
            field("history", Codec.listOf(ReconfigurationEvent.CODEC), ReconfigurationSnapshot::history),
            field("plan_executions", Codec.listOf(PlanExecution.CODEC), ReconfigurationSnapshot::planExecutions),
            field(
                    "runtime_upgrades",
                    Codec.listOf(RuntimeUpgradeExecution.CODEC),
                    ReconfigurationSnapshot::runtimeUpgrades),
            ReconfigurationSnapshot::new);

    public ReconfigurationSnapshot {
        activeMembers = List.copyOf(activeMembers);
        history = List.copyOf(history);
        planExecutions = List.copyOf(planExecutions);
        runtimeUpgrades = List.copyOf(runtimeUpgrades);
    }
}
