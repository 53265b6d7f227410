package dev.paritas.semanticobjects.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of spec 20 §4. */
class FaultTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"TypeViolation":{"actual":"Unit","expected":{"Prod":["Nat","String"]},"message":"m"}} | type violation (expected Prod(Nat, String), actual Unit): m | machine.fault.type
                    {"UnknownLabel":{"label":"l"}} | unknown label: l | machine.fault.label
                    {"ChannelClosed":{"endpoint":{"role":"A","sid":3}}} | channel closed: 3:A | machine.fault.channel
                    {"InvalidSignature":{"edge":{"receiver":"B","sender":"A","sid":0}}} | invalid signature on edge 0:A→B | machine.fault.verification
                    {"VerificationFailed":{"edge":{"receiver":"B","sender":"A","sid":0},"message":"m"}} | verification failed on edge 0:A→B: m | machine.fault.verification
                    {"Invoke":{"failure":{"kind":"contract_violation","message":"no handler bound"}}} | invoke fault: ContractViolation: no handler bound | machine.fault.invoke
                    {"Acquire":{"failure":{"kind":"stale_authority","message":"m"},"layer":"guard"}} | acquire fault (guard): StaleAuthority: m | machine.fault.acquire
                    {"Transfer":{"message":"m"}} | transfer fault: m | machine.fault.transfer
                    {"Speculation":{"message":"m"}} | speculation fault: m | machine.fault.speculation
                    {"Close":{"message":"m"}} | close fault: m | machine.fault.close
                    {"FlowViolation":{"message":"m"}} | flow violation: m | machine.fault.flow
                    {"NoProgressToken":{"edge":{"receiver":"B","sender":"A","sid":0}}} | missing progress token for edge 0:A→B | machine.fault.progress
                    {"OutputCondition":{"predicate_ref":"p"}} | output-condition rejected: p | machine.fault.output_condition
                    "OutOfRegisters" | out of registers | machine.fault.register
                    "PcOutOfBounds" | PC out of bounds | machine.fault.pc
                    {"BufferFull":{"endpoint":{"role":"A","sid":0}}} | buffer full: 0:A | machine.fault.buffer
                    "OutOfCredits" | out of credits | machine.fault.credits
                    """)
    void a_fault_has_the_json_text_and_code_of_the_table(String json, String display, String code) {
        Fault fault = JsonInput.read(json, ReadPolicy.STRICT, Fault.CODEC);
        assertThat(JsonOutput.compactText(Fault.CODEC, fault)).isEqualTo(json);
        assertThat(fault.displayText()).isEqualTo(display);
        assertThat(fault.faultClass().code()).isEqualTo(code);
    }

    @Test
    void fault_classes_are_camel_case_on_the_wire() {
        assertThat(JsonOutput.compactText(FaultClass.CODEC, FaultClass.PROGRAM_COUNTER))
                .isEqualTo("\"ProgramCounter\"");
        assertThat(FaultClass.values()).hasSize(16);
    }
}
