package dev.paritas.choreography.source.projection;

import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.Role;
import dev.paritas.choreography.source.Statement;
import dev.paritas.choreography.type.GlobalType;
import java.util.ArrayList;
import java.util.List;

/** Choreographies in few words. */
final class Sources {
    private Sources() {}

    /** Reads the lines of a protocol of roles A to E; {@code \n} stands for a line break. */
    static List<Statement> tell(String body) {
        String lines = body.replace("\\n", "\n").indent(2);
        return Choreography.parse("protocol P =\n  roles A, B, C, D, E\n" + lines)
                .statements();
    }

    /** Reads messages {@code A→B:m; B→A:n}; a single word is a variable to continue with. */
    static List<Statement> block(String text) {
        List<Statement> block = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(";")) {
            String[] words = part.strip().split("[→:]");
            block.add(
                    words.length == 1
                            ? new Statement.Continue(words[0])
                            : Statement.send(words[0], words[1], words[2]));
        }
        return List.copyOf(block);
    }

    /** Reads branches {@code x = A→B:x; B→A:n | y = A→B:y}. */
    static List<Statement.Branch> branches(String text) {
        List<Statement.Branch> branches = new ArrayList<>();
        for (String part : text.split("\\|")) {
            String[] sides = part.split("=", -1);
            branches.add(new Statement.Branch(sides[0].strip(), block(sides[1])));
        }
        return List.copyOf(branches);
    }

    static List<Statement> choice(String decider, String branches) {
        return List.of(new Statement.Choice(Role.of(decider), branches(branches)));
    }

    /** {@return statements that lower to {@code type}, sorts aside: messages first, a choice last} */
    static List<Statement> of(GlobalType type) {
        List<Statement> block = new ArrayList<>();
        GlobalType here = type;
        while (here instanceof GlobalType.Comm(String sender, String receiver, List<GlobalType.Branch> branches)
                && branches.size() == 1) {
            block.add(
                    Statement.send(sender, receiver, branches.getFirst().label().name()));
            here = branches.getFirst().continuation();
        }
        switch (here) {
            case GlobalType.End _ -> {}
            case GlobalType.Var(String name) -> block.add(new Statement.Continue(name));
            case GlobalType.Mu(String var, GlobalType body) -> block.add(new Statement.Rec(var, of(body)));
            case GlobalType.Comm comm -> {
                List<Statement.Branch> branches = new ArrayList<>();
                for (GlobalType.Branch branch : comm.branches()) {
                    String label = branch.label().name();
                    List<Statement> body = new ArrayList<>();
                    body.add(Statement.send(comm.sender(), comm.receiver(), label));
                    body.addAll(of(branch.continuation()));
                    branches.add(new Statement.Branch(label, body));
                }
                block.add(new Statement.Choice(Role.of(comm.sender()), branches));
            }
            case GlobalType.Delegate _ -> throw new IllegalArgumentException("a source has no delegation");
        }
        return List.copyOf(block);
    }
}
