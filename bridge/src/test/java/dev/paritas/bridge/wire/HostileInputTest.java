package dev.paritas.bridge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.testsupport.DamagedDocuments;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand damaged documents and more: whatever comes in, only a {@link JsonException} comes out, and soon. */
class HostileInputTest {
    private static final long SEED = 20_261_121L;
    private static final int DOCUMENTS_PER_CODEC = 340;

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void only_a_json_exception_comes_out(WireCodecs wire) {
        DamagedDocuments documents = new DamagedDocuments(wire.codec().shape(), SEED + wire.ordinal());
        for (int i = 0; i < DOCUMENTS_PER_CODEC; i++) {
            byte[] document = documents.next();
            for (ReadPolicy policy : List.of(ReadPolicy.STRICT, ReadPolicy.PEER)) {
                read(wire, document, policy, i);
            }
        }
    }

    private static void read(WireCodecs wire, byte[] document, ReadPolicy policy, int i) {
        try {
            JsonInput.read(document, policy, wire.codec());
        } catch (JsonException e) {
            assertThat(e.describe()).isNotBlank();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + SEED + ", " + wire + ", document " + i, e);
        }
    }
}
