package dev.paritas.choreography.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Statements as a flat list, so that two protocols can be compared however deep their calls nest. */
final class Outline {
    private final List<Object> facts = new ArrayList<>();
    private final Deque<List<Statement>> blocks = new ArrayDeque<>();

    private Outline() {}

    /** {@return a list that is equal for equal statements, and for no others} */
    static List<Object> of(Choreography choreography) {
        Outline outline = new Outline();
        outline.facts.add(choreography.name());
        outline.facts.add(choreography.roles());
        outline.blocks.push(choreography.statements());
        while (!outline.blocks.isEmpty()) {
            List<Statement> block = outline.blocks.pop();
            outline.facts.add(block.size());
            block.forEach(outline::add);
        }
        return outline.facts;
    }

    private void add(Statement statement) {
        switch (statement) {
            case Statement.Choice(Role decider, List<Statement.Branch> branches) -> {
                facts.add(List.of("choice", decider, branches.size()));
                branches(branches);
            }
            case Statement.Case(List<Statement.Branch> branches) -> {
                facts.add(List.of("case", branches.size()));
                branches(branches);
            }
            case Statement.Rec(String var, List<Statement> body) -> {
                facts.add(List.of("rec", var));
                blocks.push(body);
            }
            case Statement.Loop(LoopCondition condition, List<Statement> body) -> {
                facts.add(List.of("loop", condition));
                blocks.push(body);
            }
            case Statement.DecideBy(Role role, List<Statement> body) -> {
                facts.add(List.of("decide", role));
                blocks.push(body);
            }
            case Statement.Parallel(List<List<Statement>> bodies) -> {
                facts.add(List.of("parallel", bodies.size()));
                bodies.forEach(blocks::push);
            }
            case Statement.Timeout timeout -> {
                facts.add(List.of("timeout", timeout.owner(), timeout.duration()));
                facts.add(timeout.onCancel().isPresent());
                blocks.push(timeout.body());
                blocks.push(timeout.onTimeout());
                timeout.onCancel().ifPresent(blocks::push);
            }
            case Statement.Send ignored -> facts.add(statement);
            case Statement.Broadcast ignored -> facts.add(statement);
            case Statement.Continue ignored -> facts.add(statement);
            case Statement.Silent ignored -> facts.add(statement);
            case Statement.Commitment ignored -> facts.add(statement);
            case Statement.Call ignored -> facts.add(statement);
            case Statement.Unsupported ignored -> facts.add(statement);
        }
    }

    private void branches(List<Statement.Branch> branches) {
        for (Statement.Branch branch : branches) {
            facts.add(branch.label());
            blocks.push(branch.body());
        }
    }
}
