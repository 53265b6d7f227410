package dev.paritas.machine.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the authority records of a machine and of its sessions into one log (spec 31 §4). */
final class AuthorityLog {
    private static final Comparator<AuthorityAuditRecord> BY_TICK =
            (left, right) -> Long.compareUnsigned(tickOrZero(left), tickOrZero(right));

    private AuthorityLog() {}

    /**
     * {@return machine records, then each session's, stably sorted by tick with null as 0}
     *
     * @param machineLevel timeout records in append order
     * @param sessionLogs one log per session, ascending by session id
     */
    public static List<AuthorityAuditRecord> combined(
            List<AuthorityAuditRecord> machineLevel, List<List<AuthorityAuditRecord>> sessionLogs) {
        List<AuthorityAuditRecord> all = new ArrayList<>(machineLevel);
        sessionLogs.forEach(all::addAll);
        all.sort(BY_TICK);
        return List.copyOf(all);
    }

    private static long tickOrZero(AuthorityAuditRecord authority) {
        Long tick = authority.tick();
        return tick == null ? 0 : tick;
    }
}
