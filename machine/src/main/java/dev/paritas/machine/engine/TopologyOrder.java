package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.json.CodePointOrder;
import java.math.BigInteger;
import java.util.Comparator;

/** The order in which a handler must report topology events (spec 21 §12.1). */
enum TopologyOrder implements Comparator<TopologyEvent> {
    INSTANCE;

    private record Key(int kind, String first, String second, BigInteger detail) {}

    private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::kind)
            .thenComparing(Key::first, CodePointOrder.INSTANCE)
            .thenComparing(Key::second, CodePointOrder.INSTANCE)
            .thenComparing(Key::detail);

    @Override
    public int compare(TopologyEvent left, TopologyEvent right) {
        return ORDER.compare(key(left), key(right));
    }

    private static Key key(TopologyEvent event) {
        return switch (event) {
            case TopologyEvent.Crash(String site) -> new Key(0, site, "", BigInteger.ZERO);
            case TopologyEvent.Partition(String from, String to) -> new Key(1, from, to, BigInteger.ZERO);
            case TopologyEvent.Heal(String from, String to) -> new Key(2, from, to, BigInteger.ZERO);
            case TopologyEvent.Corrupt(String from, String to, var corruption) ->
                new Key(3, from, to, BigInteger.valueOf(corruption.ordinal()));
            case TopologyEvent.Timeout(String site, var duration) -> new Key(4, site, "", duration.totalNanos());
        };
    }
}
