package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.Case;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import java.util.List;
import java.util.Locale;

/** The protocols of the reference's live tests, and the one of its size lane (spec 12 §7). */
final class NamedProtocols {
    private static final int HOPS = 48;
    private static final int RING = 12;

    private NamedProtocols() {}

    static List<Case<GlobalType>> cases() {
        return List.of(
                new Case<>(
                        "ping_pong",
                        GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", GlobalType.END))),
                new Case<>("binary_choice", choice("A", "B", "yes", GlobalType.END, "no", GlobalType.END)),
                new Case<>(
                        "three_party_chain",
                        GlobalType.comm(
                                "A",
                                "B",
                                "m1",
                                GlobalType.comm("B", "C", "m2", GlobalType.comm("C", "A", "m3", GlobalType.END)))),
                new Case<>(
                        "two_branch_loop",
                        new GlobalType.Mu(
                                "t", choice("A", "B", "go", new GlobalType.Var("t"), "stop", GlobalType.END))),
                new Case<>("ring_of_48_hops", ring()));
    }

    static GlobalType ring() {
        GlobalType ring = GlobalType.END;
        for (int hop = HOPS - 1; hop >= 0; hop--) {
            ring = GlobalType.comm(
                    "R" + hop % RING, "R" + (hop + 1) % RING, String.format(Locale.ROOT, "Hop%02d", hop), ring);
        }
        return ring;
    }

    private static GlobalType choice(
            String sender, String receiver, String one, GlobalType first, String two, GlobalType second) {
        return new GlobalType.Comm(
                sender,
                receiver,
                List.of(new GlobalType.Branch(Label.of(one), first), new GlobalType.Branch(Label.of(two), second)));
    }
}
