package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.check.AsyncSubtyping;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.check.OrphanFreedom;
import dev.paritas.choreography.check.SubtypingError;
import dev.paritas.choreography.check.SyncSubtyping;
import dev.paritas.choreography.check.SyncSubtypingError;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The published pairs of local types: both subtypings with their texts, and orphan freedom. */
class ReferencePairsTest {
    @Test
    void every_published_pair_has_its_verdicts_and_texts() throws IOException {
        List<String> lines = Files.readAllLines(Reference.answers("subtyping/pairs.jsonl"));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(250);
        List<String> wrong = new ArrayList<>();
        for (String line : lines) {
            SortedMap<String, JsonValue> pair = members(line);
            LocalType sub = TypeReader.local().read(pair.getOrDefault("sub", JsonValue.NULL));
            LocalType sup = TypeReader.local().read(pair.getOrDefault("sup", JsonValue.NULL));
            for (Dialect dialect : Dialect.values()) {
                JsonValue async = verdict(AsyncSubtyping.check(sub, sup, dialect)
                        .map(SubtypingError::sentence)
                        .orElse(null));
                boolean free = OrphanFreedom.holds(sub, dialect);
                if (!async.equals(pair.get("async"))
                        || !(pair.get("orphan_free") instanceof JsonValue.Bool(boolean published))
                        || free != published) {
                    wrong.add(pair.get("id") + " " + dialect + ": " + async.compactText() + ", " + free);
                }
            }
            JsonValue sync = verdict(SyncSubtyping.check(sub, sup)
                    .map(SyncSubtypingError::sentence)
                    .orElse(null));
            if (!sync.equals(pair.get("sync"))) {
                wrong.add(pair.get("id") + " sync: " + sync.compactText());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static SortedMap<String, JsonValue> members(String line) {
        return ((JsonValue.Obj) JsonInput.read(line, ReadPolicy.STRICT, JsonValue.CODEC)).members();
    }

    private static JsonValue verdict(@Nullable String error) {
        SortedMap<String, JsonValue> members = new TreeMap<>();
        members.put("ok", error == null ? JsonValue.TRUE : JsonValue.FALSE);
        if (error != null) {
            members.put("error", new JsonValue.Text(error));
        }
        return new JsonValue.Obj(members);
    }
}
