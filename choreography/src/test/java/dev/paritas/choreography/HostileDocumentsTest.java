package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.ModelTypeReader;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ten thousand damaged documents through every reader: a type or a typed refusal, and both paths of one mind. */
class HostileDocumentsTest {
    private static final long SEED = 20_261_121;

    private static final List<String> SPLINTERS = List.of(
            "null",
            "1e999",
            "-1",
            "4.0",
            "99999999999999999999999",
            "\"\\ud800\"",
            "\"kind\"",
            "[",
            "{",
            "}",
            "]",
            "[]",
            "{}",
            ",",
            ":",
            "\"",
            "\\",
            "true",
            "\u0000",
            "\uFFFD",
            "\"x\":1,",
            " ",
            "\"sort\":null,",
            "\"\\u0041\"");

    private static byte[] damaged(SplittableRandom random, long seed) {
        GlobalType type = ProtocolGenerator.generate(GeneratorOptions.ANY, seed);
        byte[] utf8 = JsonOutput.compactBytes(TypeCodec.GLOBAL, type);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = random.nextInt(utf8.length + 1);
            utf8 = switch (random.nextInt(6)) {
                case 0 -> spliced(utf8, 0, at, "");
                case 1 -> spliced(utf8, 0, utf8.length, "").clone();
                case 2 -> {
                    byte[] flipped = utf8.clone();
                    if (at < flipped.length) {
                        flipped[at] ^= (byte) (1 << random.nextInt(8));
                    }
                    yield flipped;
                }
                case 3 -> swapped(utf8, random);
                default -> inserted(utf8, at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            };
        }
        return utf8;
    }

    private static byte[] spliced(byte[] utf8, int from, int to, String tail) {
        byte[] end = tail.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[to - from + end.length];
        System.arraycopy(utf8, from, result, 0, to - from);
        System.arraycopy(end, 0, result, to - from, end.length);
        return result;
    }

    private static byte[] inserted(byte[] utf8, int at, String splinter) {
        byte[] head = spliced(utf8, 0, at, splinter);
        byte[] result = new byte[utf8.length + head.length - at];
        System.arraycopy(head, 0, result, 0, head.length);
        System.arraycopy(utf8, at, result, head.length, utf8.length - at);
        return result;
    }

    /** Exchanges one member name or word for another, so that shapes go wrong rather than syntax. */
    private static byte[] swapped(byte[] utf8, SplittableRandom random) {
        List<String> words = List.of(
                "kind",
                "comm",
                "end",
                "rec",
                "var",
                "branches",
                "label",
                "name",
                "sort",
                "unit",
                "nat",
                "sender",
                "receiver",
                "continuation",
                "body",
                "vector",
                "prod");
        String from = words.get(random.nextInt(words.size()));
        String to = words.get(random.nextInt(words.size()));
        String text = new String(utf8, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("\"" + from + "\"", "\"" + to + "\"").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void damaged_documents_give_a_type_or_a_typed_refusal() {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (long seed = 0; seed < 10_000; seed++) {
            byte[] utf8 = damaged(random, seed % 500);
            String what = "seed " + SEED + ", document " + seed;
            Optional<GlobalType> strict = strictly(utf8, ReadPolicy.PEER);
            Optional<GlobalType> once = strictly(utf8, ReadPolicy.STRICT);
            Optional<GlobalType> lenient = leniently(utf8);

            assertThat(strict).as(what).isEqualTo(byValue(utf8));
            once.ifPresent(type -> assertThat(strict).as(what).contains(type));
            strict.ifPresent(type -> assertThat(
                            TypeReader.global().read(JsonOutput.compactText(TypeCodec.GLOBAL, type)))
                    .as(what)
                    .isEqualTo(type));
            outcomes.merge(Outcome.of(strict, lenient), 1, Integer::sum);
        }
        assertThat(outcomes).as("seed %d", SEED).containsKeys(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.LENIENT_ONLY);
    }

    @Test
    void deep_documents_are_refused_or_read_without_overflow() {
        for (String opening : List.of("[", "{\"kind\":\"rec\",\"var\":\"t\",\"body\":", "{\"a\":")) {
            byte[] utf8 = opening.repeat(90_000).getBytes(StandardCharsets.UTF_8);
            assertThat(strictly(utf8, ReadPolicy.PEER)).isEmpty();
            assertThat(strictly(utf8, ReadPolicy.PEER.withMaxDepth(1_000_000))).isEmpty();
            assertThat(leniently(utf8)).isEmpty();
        }
        List<String> parts = new ArrayList<>(List.of("{\"kind\":\"end\"}"));
        for (int i = 0; i < 90_000; i++) {
            parts.add("}");
        }
        byte[] closed = ("{\"kind\":\"rec\",\"var\":\"t\",\"body\":".repeat(90_000) + String.join("", parts))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(leniently(closed)).isPresent();
        assertThat(strictly(closed, ReadPolicy.PEER)).isEmpty();
    }

    private enum Outcome {
        ACCEPTED,
        LENIENT_ONLY,
        REFUSED;

        static Outcome of(Optional<GlobalType> strict, Optional<GlobalType> lenient) {
            return strict.isPresent() ? ACCEPTED : lenient.isPresent() ? LENIENT_ONLY : REFUSED;
        }
    }

    private static Optional<GlobalType> strictly(byte[] utf8, ReadPolicy policy) {
        try {
            return Optional.of(TypeReader.global(policy).read(utf8));
        } catch (ProblemException e) {
            assertThat(e).hasMessage(e.only(ImportRefusal.class).sentence());
            return Optional.empty();
        }
    }

    /** The exact reader alone, with the parser's own idea of the text. */
    private static Optional<GlobalType> byValue(byte[] utf8) {
        try {
            JsonValue json = JsonInput.read(utf8, ReadPolicy.PEER, JsonValue.CODEC);
            JsonOutput.compactBytes(JsonValue.CODEC, json);
            return Optional.of(TypeReader.global().read(json));
        } catch (ProblemException | JsonException e) {
            return Optional.empty();
        }
    }

    private static Optional<GlobalType> leniently(byte[] utf8) {
        try {
            return Optional.of(ModelTypeReader.global().decode(ModelTypeReader.parse(utf8)));
        } catch (ProblemException | JsonException e) {
            return Optional.empty();
        }
    }
}
