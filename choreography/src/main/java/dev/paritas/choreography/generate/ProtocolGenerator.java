package dev.paritas.choreography.generate;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.PayloadSort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Makes global types from a seed. One seed and one set of options give one protocol on every platform: the algorithm is
 * named, and no choice depends on hash order.
 */
public final class ProtocolGenerator {
    private static final String ALGORITHM = "L64X128MixRandom";

    private static final List<String> ROLES = List.of("Client", "Server", "A", "B2", "Zoë", "記録");
    private static final List<String> NAMES =
            List.of("msg", "ack", "data", "stop", "α", "\uFF5E", "\uD83D\uDE00", "x y");
    private static final List<PayloadSort> SIMPLE =
            List.of(PayloadSort.UNIT, PayloadSort.NAT, PayloadSort.BOOL, PayloadSort.STRING, PayloadSort.REAL);

    private final GeneratorOptions options;
    private final RandomGenerator random;
    private final List<String> roles;
    private int left;

    private ProtocolGenerator(GeneratorOptions options, long seed) {
        this.options = options;
        this.random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
        List<String> names = new ArrayList<>();
        int count = random.nextInt(options.minRoles(), options.maxRoles() + 1);
        for (int i = 0; i < count; i++) {
            names.add(i < ROLES.size() ? ROLES.get(i) : "R" + i);
        }
        this.roles = List.copyOf(names);
        this.left = options.maxNodes();
    }

    /** {@return the protocol of {@code seed}; well-formed unless {@code options} ask for faults} */
    public static GlobalType generate(GeneratorOptions options, long seed) {
        ProtocolGenerator generator = new ProtocolGenerator(options, seed);
        return generator.type(options.maxDepth(), List.of(), true);
    }

    /** @param mayBind whether a binder may stand here: not right under another one, and not around a bare variable */
    private GlobalType type(int depth, List<String> bound, boolean mayBind) {
        if (depth <= 0 || left <= 0) {
            return leaf(bound, mayBind);
        }
        int roll = random.nextInt(100);
        if (roll < 12) {
            return leaf(bound, mayBind);
        }
        left--;
        if (roll < 30 && (mayBind || faulty(25))) {
            String var = faulty(20) ? "X0" : "X" + bound.size();
            List<String> inner = new ArrayList<>(bound);
            inner.add(var);
            return new GlobalType.Mu(var, type(depth - 1, inner, false));
        }
        return communication(depth, bound);
    }

    private GlobalType leaf(List<String> bound, boolean mayBind) {
        if (faulty(6)) {
            return new GlobalType.Var("free");
        }
        boolean variable = !bound.isEmpty() && (mayBind || faulty(20)) && random.nextInt(100) < 55;
        return variable ? new GlobalType.Var(pick(bound)) : GlobalType.END;
    }

    private GlobalType communication(int depth, List<String> bound) {
        String sender = pick(roles);
        String receiver = pick(roles);
        while (receiver.equals(sender) && !faulty(10)) {
            receiver = pick(roles);
        }
        int count = faulty(4) ? 0 : 1 + random.nextInt(options.maxBranches());
        List<String> names = new ArrayList<>(NAMES);
        for (int i = names.size() - 1; i > 0; i--) {
            Collections.swap(names, i, random.nextInt(i + 1));
        }
        List<GlobalType.Branch> branches = new ArrayList<>();
        GlobalType shared = random.nextInt(100) < 40 ? type(depth - 1, bound, true) : GlobalType.END;
        for (int i = 0; i < count; i++) {
            String name = faulty(5) ? names.getFirst() : i < names.size() ? names.get(i) : "l" + i;
            boolean same = !(shared instanceof GlobalType.End) && random.nextInt(100) < 70;
            GlobalType continuation = same ? shared : type(depth - 1, bound, true);
            branches.add(new GlobalType.Branch(new Label(name, sort(2)), continuation));
        }
        return new GlobalType.Comm(sender, receiver, branches);
    }

    private PayloadSort sort(int depth) {
        int roll = random.nextInt(100);
        if (roll < 80 || depth == 0) {
            return roll < 50 ? PayloadSort.UNIT : pick(SIMPLE);
        }
        return roll < 90
                ? new PayloadSort.Vector(random.nextInt(10) == 0 ? -1L : random.nextInt(1, 9))
                : new PayloadSort.Prod(sort(depth - 1), sort(depth - 1));
    }

    private boolean faulty(int percent) {
        return options.faults() && random.nextInt(100) < percent;
    }

    private <E> E pick(List<E> from) {
        return from.get(random.nextInt(from.size()));
    }
}
