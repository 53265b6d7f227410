package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The validator against the golden cases and the subtyping verdicts of the reference. */
class ValidatorReferenceDataTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void every_golden_case_is_exported_as_published() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(Checkout.reference("golden"))) {
            cases = folders.filter(path -> Files.exists(path.resolve("input.json")))
                    .sorted()
                    .toList();
        }
        assertThat(cases).isNotEmpty();
        Path out = folder.resolve("out.json");
        for (Path golden : cases) {
            TreeMap<String, JsonValue> expected = new TreeMap<>();
            try (Stream<Path> files = Files.list(golden)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".expected.json"))
                        .toList()) {
                    String role = file.getFileName().toString().replace(".expected.json", "");
                    expected.put(role, Json.json(Files.readString(file)));
                }
            }
            Program.Ended ended = Program.validator(
                    "",
                    "--export-all-projections",
                    golden.resolve("input.json").toString(),
                    "--output",
                    out.toString());
            assertThat(ended.code()).as(golden.toString()).isZero();
            assertThat(ValidatorModes.member(Json.json(Files.readString(out)), "projections"))
                    .as(golden.toString())
                    .isEqualTo(new JsonValue.Obj(expected));
        }
    }

    @Test
    void every_subtyping_pair_has_its_published_verdicts() throws IOException {
        List<String> lines = Files.readAllLines(Checkout.ANSWERS.resolve("subtyping/pairs.jsonl"));
        assertThat(lines).isNotEmpty();
        List<String> wrong = new ArrayList<>();
        for (String line : lines) {
            JsonValue pair = Json.json(line);
            String sub = ValidatorModes.member(pair, "sub").compactText();
            String sup = ValidatorModes.member(pair, "sup").compactText();
            JsonValue async = ValidatorModes.member(pair, "async");
            JsonValue subtype = served("check_async_subtype", "{\"subtype\":" + sub + ",\"supertype\":" + sup + "}");
            JsonValue orphan = served("check_orphan_free", "{\"local_type\":" + sub + "}");
            boolean agrees = ValidatorModes.member(subtype, "result").equals(ValidatorModes.member(async, "ok"))
                    && ValidatorModes.member(subtype, "reason").equals(ValidatorModes.member(async, "error"))
                    && ValidatorModes.member(orphan, "result").equals(ValidatorModes.member(pair, "orphan_free"));
            if (!agrees) {
                wrong.add(ValidatorModes.member(pair, "id").compactText());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static JsonValue served(String operation, String payload) {
        List<String> lines = Program.validator(
                        "{\"id\":1,\"operation\":\"" + operation + "\",\"payload\":" + payload + "}\n", "--serve")
                .lines();
        return ValidatorModes.member(Json.json(lines.get(1)), "result");
    }
}
