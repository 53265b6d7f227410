package dev.paritas.machine.engine;

import dev.paritas.machine.isa.Instr;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.Value;

/** Tag and Check (spec 20 §14.14). */
final class Knowledge {
    private final Machine machine;

    Knowledge(Machine machine) {
        this.machine = machine;
    }

    void tag(Coroutine coroutine, Instr.Tag instr, Step step) {
        KnowledgeFact fact = fact(coroutine, instr.fact(), "tag");
        coroutine.knowledge.add(fact);
        step.write(instr.dst(), Value.TRUE);
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(
                    new ObservableEvent.Tagged(machine.tick, fact.endpoint().sid(), coroutine.role, fact.fact()));
        }
    }

    void check(Coroutine coroutine, Instr.Check instr, Step step) {
        KnowledgeFact fact = fact(coroutine, instr.knowledge(), "check");
        if (!(Operands.read(coroutine, instr.target()) instanceof Value.Str(String target))) {
            throw FaultSignal.transfer(coroutine.role + ": check expects target role string");
        }
        boolean permitted = coroutine.knowledge.contains(fact)
                && machine.config.flowPolicy().allows(fact, target);
        step.write(instr.dst(), Value.of(permitted));
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(new ObservableEvent.Checked(
                    machine.tick, fact.endpoint().sid(), coroutine.role, target, permitted));
        }
    }

    private static KnowledgeFact fact(Coroutine coroutine, int register, String instruction) {
        if (Operands.read(coroutine, register)
                instanceof Value.Prod(Value.Chan(Endpoint endpoint), Value.Str(String fact))) {
            return new KnowledgeFact(endpoint, fact);
        }
        throw FaultSignal.transfer(coroutine.role + ": " + instruction + " expects (endpoint, string) fact");
    }
}
