package dev.paritas.semanticobjects.membership;

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
    public static final Codec<ReconfigurationSnapshot> CODEC = ObjectCodec.of("ReconfigurationSnapshot", m -> {
        var epoch = m.required("epoch", Codec.U64, ReconfigurationSnapshot::epoch);
        var activeMembers =
                m.required("active_members", Codec.listOf(Codec.STRING), ReconfigurationSnapshot::activeMembers);
        var history = m.required("history", Codec.listOf(ReconfigurationEvent.CODEC), ReconfigurationSnapshot::history);
        var planExecutions = m.required(
                "plan_executions", Codec.listOf(PlanExecution.CODEC), ReconfigurationSnapshot::planExecutions);
        var runtimeUpgrades = m.required(
                "runtime_upgrades",
                Codec.listOf(RuntimeUpgradeExecution.CODEC),
                ReconfigurationSnapshot::runtimeUpgrades);
        return in -> new ReconfigurationSnapshot(
                in.get(epoch), in.get(activeMembers), in.get(history), in.get(planExecutions), in.get(runtimeUpgrades));
    });

    public ReconfigurationSnapshot {
        activeMembers = List.copyOf(activeMembers);
        history = List.copyOf(history);
        planExecutions = List.copyOf(planExecutions);
        runtimeUpgrades = List.copyOf(runtimeUpgrades);
    }
}
