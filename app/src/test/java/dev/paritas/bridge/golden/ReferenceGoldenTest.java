package dev.paritas.bridge.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case of the reference's golden corpus, whichever there are. */
class ReferenceGoldenTest {
    private final Path golden = Checkout.reference("golden");

    @Test
    void our_projections_are_the_golden_ones_for_exactly_the_roles_of_each_input() throws IOException {
        List<GoldenCorpus.Case> cases = new GoldenCorpus(golden).list();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(5);
        EquivalenceChecker checker = EquivalenceChecker.withGoldenDirStrict(golden, Strictness.STRICT);
        for (GoldenCorpus.Case each : cases) {
            GlobalType type = input(each.name());
            assertThat(each.roles()).as(each.name()).containsExactlyElementsOf(type.roles());
            assertThat(checker.checkAllProjectionsAgainstGolden(each.name(), type))
                    .as(each.name())
                    .hasSameSizeAs(each.roles())
                    .allMatch(EquivalenceResult::equivalent);
        }
    }

    @Test
    void candidate_projections_show_no_drift() {
        assertThat(EquivalenceChecker.withPeer(golden, new ScriptedProjections())
                        .checkGoldenDrift())
                .isEmpty();
    }

    @Test
    void one_planted_change_is_one_difference() throws IOException {
        EquivalenceChecker checker = EquivalenceChecker.withGoldenDir(golden);
        for (GoldenCorpus.Case each : new GoldenCorpus(golden).list()) {
            String text = checker.loadGoldenBundle(each.name()).input().compactText();
            // Another label in the first communication changes what its sender and receiver see.
            String changed = text.replaceFirst("\"name\":\"([^\"]*)\"", "\"name\":\"$1_planted\"");
            assertThat(changed).isNotEqualTo(text);
            assertThat(checker.checkAllProjectionsAgainstGolden(each.name(), ProtocolTexts.read(changed)))
                    .as(each.name())
                    .filteredOn(result -> !result.equivalent())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ping_pong, 250, f6be7ef86d34fdb1",
        "choice_protocol, 459, 1e5f9c12071b7c7a",
        "three_party_ring, 344, 4968dea73bfaa5ee",
        "recursive_loop, 243, f9ff377e6da4542a",
        "async_independent, 234, 3fc7bcc1dcc0b6c2"
    })
    void the_canonical_inputs_have_the_published_sizes_and_digests(String name, int bytes, String digest)
            throws IOException {
        assumeThat(golden.resolve(name)).as("this case is not here").isDirectory();
        assertCanonical(GoldenTypes.export(input(name)), bytes, digest);
    }

    @ParameterizedTest
    @CsvSource({
        "ping_pong, Alice, 214, e454a857cd040479",
        "ping_pong, Bob, 218, a921eabb96102d46",
        "choice_protocol, Client, 402, 39f3d2337b5b28b2",
        "choice_protocol, Server, 402, 8f7a2f69419fba19",
        "three_party_ring, A, 206, 565c693fb93dc209",
        "three_party_ring, B, 206, 0af5df134f2f562b",
        "three_party_ring, C, 206, 8b1ad52333ebfe55",
        "recursive_loop, A, 229, 17dd55987d67425e",
        "recursive_loop, B, 229, 34f85f00eb9816cb",
        "async_independent, A, 110, 771547ada766d355",
        "async_independent, B, 110, f1809b01da0e0327",
        "async_independent, C, 110, c6a4d3e25bd1a4bc",
        "async_independent, D, 110, 9d241173d1d982d4"
    })
    void our_projections_have_the_published_sizes_and_digests(String name, String role, int bytes, String digest)
            throws IOException {
        assumeThat(golden.resolve(name)).as("this case is not here").isDirectory();
        EquivalenceResult result =
                EquivalenceChecker.withGoldenDir(golden).checkProjectionAgainstGolden(name, input(name), role);
        assertCanonical(result.rustOutput(), bytes, digest);
    }

    private GlobalType input(String name) throws IOException {
        return GoldenTypes.read(Files.readAllBytes(golden.resolve(name).resolve("input.json")));
    }

    private static void assertCanonical(JsonValue value, int bytes, String digest) {
        byte[] text = value.compactText().getBytes(StandardCharsets.UTF_8);
        assertThat(text).hasSize(bytes);
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
            assertThat(sha256).startsWith(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
