package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.search.bundle.SearchParity;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of deviations in {@code docs/lanes.md} is complete: one id for each that code can name. */
final class DeviationTableTest {
    private static final Pattern ID = Pattern.compile("`([a-z][A-Za-z._-]+)`");

    @Test
    void the_table_lists_every_deviation_and_nothing_else() throws IOException {
        List<String> ids = new ArrayList<>(List.of(
                "known-divergence-CLASS",
                SearchParity.ENVELOPE_DEVIATION,
                "sim.field.continuum.send_decision",
                "sim.field.mean_field.send_decision",
                "sim.scenario.float_tokens"));
        PublishedShapes.load().representations().forEach(note -> ids.add(note.id()));
        String lanes = Files.readString(Checkout.ROOT.resolve("docs/lanes.md"));
        List<String> listed = lanes.substring(lanes.indexOf("## Deviations"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line ->
                        ID.matcher(line.substring(0, line.indexOf('|', 1))).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(ids);
    }
}
