package dev.paritas.machine.engine;

import dev.paritas.machine.ledger.TimeoutWitness;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the topology events have done to sites and links so far (spec 21 §12); sites are role names. */
final class Network {
    /** A directed link. */
    record Link(String from, String to) implements Comparable<Link> {
        @Override
        public int compareTo(Link other) {
            int bySender = CodePointOrder.INSTANCE.compare(from, other.from);
            return bySender != 0 ? bySender : CodePointOrder.INSTANCE.compare(to, other.to);
        }

        Link reversed() {
            return new Link(to, from);
        }
    }

    final SortedSet<String> crashed = new TreeSet<>(CodePointOrder.INSTANCE);
    final SortedSet<Link> partitioned = new TreeSet<>();
    final SortedMap<Link, TopologyEvent.Corruption> corrupted = new TreeMap<>();
    final SortedMap<String, TimeoutWitness> timedOut = new TreeMap<>(CodePointOrder.INSTANCE);

    /** {@return whether no event has left a mark} */
    boolean isCalm() {
        return crashed.isEmpty() && partitioned.isEmpty() && corrupted.isEmpty() && timedOut.isEmpty();
    }

    /** {@return whether {@code site} has crashed or is timed out} */
    boolean isDown(String site) {
        return crashed.contains(site) || timedOut.containsKey(site);
    }

    /** {@return whether nothing can be sent from one role to the other now} */
    boolean separates(String from, String to) {
        return isDown(from) || isDown(to) || partitioned.contains(new Link(from, to));
    }

    void partition(Link link) {
        partitioned.add(link);
        partitioned.add(link.reversed());
    }

    void heal(Link link) {
        partitioned.remove(link);
        partitioned.remove(link.reversed());
        corrupted.remove(link);
        corrupted.remove(link.reversed());
    }

    /** {@return what arrives when {@code payload} is sent over a link} */
    Value carry(String from, String to, Value payload) {
        TopologyEvent.@Nullable Corruption corruption = corrupted.get(new Link(from, to));
        if (corruption == null) {
            return payload;
        }
        return switch (corruption) {
            case BIT_FLIP -> flipped(payload);
            case TRUNCATION -> payload instanceof Value.Str(String text) ? new Value.Str(firstHalf(text)) : Value.UNIT;
            case PAYLOAD_ERASE -> Value.UNIT;
        };
    }

    private static Value flipped(Value payload) {
        return switch (payload) {
            case Value.Nat(long value) -> new Value.Nat(value ^ 1);
            case Value.Bool(boolean value) -> Value.of(!value);
            case Value.Str(String text) -> new Value.Str(flippedFirstByte(text));
            case Value.Prod(Value left, Value right) -> new Value.Prod(flipped(left), right);
            case Value.Unit ignored -> payload;
            case Value.Chan ignored -> payload;
        };
    }

    private static String flippedFirstByte(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return text;
        }
        bytes[0] ^= 1;
        return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String firstHalf(String text) {
        int half = text.codePointCount(0, text.length()) / 2;
        return text.substring(0, text.offsetByCodePoints(0, half));
    }
}
