package dev.paritas.choreography.identity;

import static dev.paritas.choreography.Notes.global;
import static dev.paritas.choreography.Notes.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The vectors and rules of spec 10 §4. */
class ContentIdTest {
    private static void vector(SessionType<?> type, String bytes, String digest) {
        assertThat(text(CanonicalForm.closed(type))).isEqualTo(bytes);
        assertThat(ContentId.of(type).hex()).isEqualTo(digest);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_published_vectors_have_their_bytes_and_digests() {
        vector(GlobalType.END, "\"End\"", "5785588a591f7071b928e465ad7b36950b0d2c30e9c92e2d152766e0c67f4153");
        vector(
                global("A→B{msg.end}"),
                "{\"Comm\":{\"sender\":\"A\",\"receiver\":\"B\",\"branches\":[[{\"name\":\"msg\",\"sort\":\"Unit\"},\"End\"]]}}",
                "f4382aa7107b8b0447d3e31ae0acee4d4676b5a2c026e8f2a2528097232d9fea");
        vector(
                global("μanything.A→B{msg.anything}"),
                "{\"Rec\":{\"Comm\":{\"sender\":\"A\",\"receiver\":\"B\",\"branches\":[[{\"name\":\"msg\",\"sort\":\"Unit\"},{\"Var\":0}]]}}}",
                "c0527e3be32cfa0d12b4da37e81e2c8b57eca8c929b0863ee73912a843e579dc");
        vector(
                local("!B{msg.end}"),
                "{\"Send\":{\"partner\":\"B\",\"branches\":[[{\"name\":\"msg\",\"sort\":\"Unit\"},null,\"End\"]]}}",
                "969d1a9d148d635e64b8c17ada5543652294e71bb3b9d40881bd13efae2188ff");
        vector(
                new GlobalType.Comm(
                        "A",
                        "B",
                        List.of(
                                new GlobalType.Branch(
                                        new Label("b", new PayloadSort.Prod(PayloadSort.NAT, PayloadSort.BOOL)),
                                        GlobalType.END),
                                new GlobalType.Branch(new Label("a", new PayloadSort.Vector(3)), GlobalType.END))),
                "{\"Comm\":{\"sender\":\"A\",\"receiver\":\"B\",\"branches\":[[{\"name\":\"a\",\"sort\":{\"Vector\":3}},\"End\"],[{\"name\":\"b\",\"sort\":{\"Prod\":[\"Nat\",\"Bool\"]}},\"End\"]]}}",
                "c4c35c5ef05f2121e7fc09f9b749b66750eee5bc38f269fb43fea4cbc9787d6e");
        GlobalType open = global("A→B{m.u}");
        assertThat(text(CanonicalForm.template(open)))
                .isEqualTo(
                        "{\"free_vars\":[\"u\"],\"db\":{\"Comm\":{\"sender\":\"A\",\"receiver\":\"B\",\"branches\":[[{\"name\":\"m\",\"sort\":\"Unit\"},{\"Var\":0}]]}}}");
        assertThat(ContentId.ofTemplate(open, HashAlgorithm.BLAKE3).hex())
                .isEqualTo("08d78fda40a9047b07de0a9ed32ca83a71e3b6af2c336c2f8377250ddb82feea");
    }

    @Test
    void the_debug_form_shows_eight_bytes() {
        assertThat(ContentId.of(GlobalType.END)).hasToString("ContentId<blake3>(5785588a591f7071...)");
        // SHA-256 of the five bytes "End" with its quotes, by sha256sum.
        assertThat(ContentId.of(GlobalType.END, HashAlgorithm.SHA256).hex())
                .isEqualTo("135874d189176d139e2e54bd41286ec3bf7a216055cccfb7a78d2961aafd3e7f");
    }

    @Test
    void names_of_binders_and_order_of_branches_do_not_count_but_sorts_and_annotations_do() {
        ContentId id = ContentId.of(global("μt.A→B{x.μs.A→B{y.t, z.s}, w.t}"));
        assertThat(ContentId.of(global("μp.A→B{w.p, x.μq.A→B{z.q, y.p}}"))).isEqualTo(id);
        assertThat(ContentId.of(global("μt.A→B{x.μs.A→B{y.s, z.t}, w.t}"))).isNotEqualTo(id);
        assertThat(ContentId.of(global("μt.A→B{x(nat).μs.A→B{y.t, z.s}, w.t}"))).isNotEqualTo(id);
        assertThat(text(CanonicalForm.closed(new LocalType.Recv(
                        "B", List.of(new LocalType.Branch(Label.of("m"), new ValType.Chan(1, "A"), LocalType.END))))))
                .isEqualTo(
                        "{\"Recv\":{\"partner\":\"B\",\"branches\":[[{\"name\":\"m\",\"sort\":\"Unit\"},{\"Chan\":{\"sid\":1,\"role\":\"A\"}},\"End\"]]}}");
    }

    @Test
    void branches_are_sorted_by_code_point_and_stay_in_order_among_equals() {
        assertThat(text(CanonicalForm.closed(global("A→B{\uD83D\uDE00.end, \uFF5E.end, a.μt.end, a.end}"))))
                .containsSubsequence("{\"Rec\":\"End\"}", "\"a\"", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void an_open_type_is_refused_and_has_a_template() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ContentId.of(global("μt.A→B{m.u}")))
                .withMessage("invalid format: canonical serialization requires all recursion variables to be bound");
        assertThat(text(CanonicalForm.template(global("μt.A→B{m.u, n.t, o.v}"))))
                .startsWith("{\"free_vars\":[\"u\",\"v\"],\"db\":{\"Rec\":")
                .containsSubsequence("\"m\"", "{\"Var\":1}", "\"n\"", "{\"Var\":0}", "\"o\"", "{\"Var\":2}");
    }

    @Test
    void deep_types_need_no_deep_stack() {
        GlobalType deep = GlobalType.END;
        for (int i = 0; i < 10_000; i++) {
            deep = new GlobalType.Mu("t", GlobalType.comm("A", "B", "m", deep));
        }
        assertThat(CanonicalForm.closed(deep)).hasSizeGreaterThan(500_000);
    }

    @Test
    void what_is_written_reads_back_as_a_variant_of_the_same_identity() {
        int read = 0;
        for (long seed = 0; seed < 500; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, seed);
            byte[] utf8 = CanonicalForm.closed(type);
            GlobalType back = CanonicalReader.global().verified(utf8, ContentId.of(type));
            assertThat(ContentId.of(back)).as("seed %d", seed).isEqualTo(ContentId.of(type));
            for (String role : type.roles()) {
                LocalType local = CandidateProjection.trans(type, role);
                if (local.allVarsBound()) {
                    byte[] form = CanonicalForm.closed(local);
                    assertThat(CanonicalForm.closed(CanonicalReader.local().read(form)))
                            .as("seed %d", seed)
                            .isEqualTo(form);
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(500);
        assertThat(CanonicalReader.global().read(CanonicalForm.closed(global("μx.A→B{m.μy.A→B{n.x, o.y}}"))))
                .isEqualTo(global("μt0.A→B{m.μt1.A→B{n.t0, o.t1}}"));
    }

    @Test
    void an_index_beyond_all_binders_is_the_outermost_or_a_free_name() {
        assertThat(CanonicalReader.global().read(bytes("{\"Rec\":{\"Rec\":{\"Var\":7}}}")))
                .isEqualTo(global("μt0.μt1.t0"));
        assertThat(CanonicalReader.global().read(bytes("{\"Var\":7}"))).isEqualTo(global("free7"));
    }

    @Test
    void limits_and_other_digests_are_refused() {
        byte[] large = new byte[CanonicalReader.MAX_BYTES + 1];
        Arrays.fill(large, (byte) ' ');
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CanonicalReader.global().read(large))
                .withMessage("invalid format: contentable JSON input too large: 16777217 bytes exceeds 16777216");
        ContentId end = ContentId.of(GlobalType.END);
        byte[] other = bytes("{}");
        ProblemException mismatch = catchThrowableOfType(
                ProblemException.class, () -> CanonicalReader.global().verified(other, end));
        assertThat(mismatch.problem().code()).isEqualTo("MISMATCH");
        assertThat(mismatch)
                .hasMessage("content ID mismatch: expected " + end.hex() + ", got "
                        + ContentId.ofBytes(other, HashAlgorithm.BLAKE3).hex());
        GlobalType deep = GlobalType.END;
        for (int i = 0; i < 256; i++) {
            deep = new GlobalType.Mu("t", deep);
        }
        assertThat(CanonicalReader.global().read(tree(deep))).isInstanceOf(GlobalType.Mu.class);
        GlobalType deeper = new GlobalType.Mu("t", deep);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CanonicalReader.global().read(tree(deeper)))
                .withMessage("invalid format: contentable recursion depth exceeds 256");
    }

    private static JsonValue tree(GlobalType type) {
        return JsonInput.read(CanonicalForm.closed(type), ReadPolicy.STRICT.withMaxDepth(2_000), JsonValue.CODEC);
    }

    @Test
    void damaged_forms_are_read_or_refused_with_a_type() {
        long seed = 20_261_121;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> splinters = List.of(
                "null",
                "-1",
                "4.0",
                "1e99",
                "[",
                "]",
                "{",
                "}",
                "\"End\"",
                "\"Var\"",
                "\"Rec\"",
                ",",
                ":",
                "{}",
                "[]",
                "\"\\ud800\"",
                "\"Prod\"",
                "\"branches\"");
        List<String> globals = new ArrayList<>();
        List<String> locals = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, i);
            globals.add(text(CanonicalForm.closed(type)));
            type.roles().stream()
                    .map(role -> CandidateProjection.trans(type, role))
                    .filter(LocalType::allVarsBound)
                    .forEach(local -> locals.add(text(CanonicalForm.closed(local))));
        }
        int refused = 0;
        int accepted = 0;
        for (int i = 0; i < 10_000; i++) {
            boolean global = i % 2 == 0;
            List<String> forms = global ? globals : locals;
            String form = forms.get(i % forms.size());
            int at = random.nextInt(form.length() + 1);
            String splinter = splinters.get(random.nextInt(splinters.size()));
            int cut = Math.min(form.length(), at + random.nextInt(3) * splinter.length() / 2);
            byte[] damaged = bytes(form.substring(0, at) + splinter + form.substring(cut));
            try {
                if (global) {
                    CanonicalReader.global().read(damaged);
                } else {
                    CanonicalReader.local().read(damaged);
                }
                accepted++;
            } catch (ProblemException e) {
                assertThat(e.only(ContentProblem.class).code()).isEqualTo("INVALID_FORMAT");
                assertThat(e).hasMessageStartingWith("invalid format: ");
                refused++;
            }
        }
        assertThat(refused).as("seed %d", seed).isGreaterThan(5_000);
        assertThat(accepted).as("seed %d", seed).isGreaterThan(10);
    }
}
