package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.testsupport.Protocols;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who takes which effect id (spec 21 §11). */
class EffectIdsTest {
    @Test
    void ping_pong_numbers_exchanges_and_trace_entries_together() {
        assertThat(ids(Protocols.PING_PONG))
                .isEqualTo("1: 0topology_events 1send_decision 2output_condition_hint /3\n"
                        + "2: 4topology_events 5handle_recv 6output_condition_hint /7\n"
                        + "3: 8topology_events 9invoke_step 10output_condition_hint /11\n"
                        + "4: 12topology_events 13invoke_step 14output_condition_hint /15\n"
                        + "5: 16topology_events\n"
                        + "6: 17topology_events 18send_decision 19output_condition_hint /20\n"
                        + "7: 21topology_events 22invoke_step 23output_condition_hint /24\n"
                        + "8: 25topology_events 26handle_recv 27output_condition_hint /28\n"
                        + "9: 29topology_events\n"
                        + "10: 30topology_events 31invoke_step 32output_condition_hint /33\n"
                        + "11: 34topology_events");
    }

    @Test
    void a_choice_takes_three_ids_at_each_end_and_no_step() {
        assertThat(ids(Protocols.CHOICE))
                .isEqualTo("1: 0topology_events 1send_decision 2output_condition_hint /3\n"
                        + "2: 4topology_events 5handle_recv 6output_condition_hint /7\n"
                        + "3: 8topology_events\n"
                        + "4: 9topology_events");
    }

    private static String ids(GlobalType global) {
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, CodeImage.of(global));
        machine.run(new PassThroughHandler(), 100);
        TreeMap<Long, StringBuilder> rounds = new TreeMap<>();
        for (EffectExchange exchange : machine.records().effectExchanges()) {
            rounds.computeIfAbsent(exchange.orderingKey(), tick -> new StringBuilder(tick + ":"))
                    .append(' ')
                    .append(exchange.effectId())
                    .append(exchange.request().body().effectKind().word());
        }
        for (EffectTraceEntry entry : machine.records().effectTrace()) {
            rounds.computeIfAbsent(entry.orderingKey(), _ -> new StringBuilder())
                    .append(" /")
                    .append(entry.effectId());
        }
        return rounds.values().stream().map(StringBuilder::toString).collect(Collectors.joining("\n"));
    }
}
