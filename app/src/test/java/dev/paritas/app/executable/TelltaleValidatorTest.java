package dev.paritas.app.executable;

import static dev.paritas.testsupport.Json.singleQuoted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Documents;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Argument vectors, result files, streams and exit codes of spec 12 §2. */
class TelltaleValidatorTest {
    /** {@code A->B{l.B->C{x}, r.B->C{y}}}, where C's candidate is that of the first branch. */
    private static final GlobalType BYSTANDER_CHOICE = new GlobalType.Comm(
            "A",
            "B",
            List.of(
                    new GlobalType.Branch(Label.of("l"), GlobalType.comm("B", "C", "x", GlobalType.END)),
                    new GlobalType.Branch(Label.of("r"), GlobalType.comm("B", "C", "y", GlobalType.END))));

    @TempDir
    Path folder = Path.of("");

    private String c = "";
    private String p = "";
    private String t = "";
    private String o = "";
    private String log = "";
    private String jsonLog = "";

    @BeforeEach
    void documents() throws IOException {
        c = file("choreography.json", Documents.global(Protocols.PING_PONG));
        p = file("program.json", Documents.program("A", Protocols.PING_PONG_A));
        t = file("type.json", Documents.local(Protocols.PING_PONG_A));
        o = folder.resolve("out.json").toString();
        log = folder.resolve("log.txt").toString();
        jsonLog = folder.resolve("log.json").toString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private JsonValue output() throws IOException {
        String text = Files.readString(Path.of(o));
        assertThat(text).endsWith("}\n");
        return Json.json(text);
    }

    static Stream<List<String>> vectors() {
        return Stream.of(
                List.of("--choreography", "C", "--program", "P"),
                List.of("--choreography", "C", "--program", "P", "--log", "L"),
                List.of("--choreography", "C", "--program", "P", "--json-log", "J"),
                List.of("--choreography", "C", "--program", "P", "--log", "L", "--json-log", "J"),
                List.of("--choreography", "C", "--program", "P", "--json-log", "J", "--log", "L"),
                List.of("--export-projection", "C", "--role", "A", "--output", "O"),
                List.of("--export-all-projections", "C", "--output", "O"),
                List.of("--check-async-subtype", "T", "T", "--output", "O"),
                List.of("--check-orphan-free", "T", "--output", "O"),
                List.of("--check-regular-practical-fragment", "T", "--output", "O"));
    }

    private String[] filled(List<String> vector) {
        return vector.stream()
                .map(arg -> switch (arg) {
                    case "C" -> c;
                    case "P" -> p;
                    case "T" -> t;
                    case "O" -> o;
                    case "L" -> log;
                    case "J" -> jsonLog;
                    default -> arg;
                })
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void each_vector_is_accepted(List<String> vector) {
        Program.Ended ended = Program.validator("", filled(vector));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .isEqualTo(vector.contains("--program") ? "Lean validator: projection matches for A\n" : "");
        assertThat(Files.exists(Path.of(o))).isEqualTo(vector.contains("--output"));
        assertThat(Files.exists(Path.of(log))).isEqualTo(vector.contains("--log"));
        assertThat(Files.exists(Path.of(jsonLog))).isEqualTo(vector.contains("--json-log"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void each_vector_with_two_flags_swapped_shows_the_usage(List<String> vector) {
        List<Integer> flags = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            if (vector.get(i).startsWith("--")) {
                flags.add(i);
            }
        }
        List<String> swapped = new ArrayList<>(vector);
        Collections.swap(swapped, flags.getFirst(), flags.get(1));
        showsUsage(filled(swapped));
    }

    private void showsUsage(String... args) {
        Program.Ended ended = Program.validator("", args);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).startsWith("Usage:");
        assertThat(ended.err()).isEmpty();
        assertThat(Path.of(o)).doesNotExist();
    }

    @Test
    void anything_else_shows_the_usage() {
        showsUsage();
        showsUsage("--help");
        showsUsage("--choreography", c, "--program", p, "--log");
        showsUsage("--choreography", c, "--program --log", p, "x");
        showsUsage("--check-orphan-free", t, "--output", o, "--log", log);
        showsUsage("--serve", "--serve");
    }

    @Test
    void exports_write_candidate_projections() throws IOException {
        assertThat(Program.validator("", "--export-projection", c, "--role", "A", "--output", o)
                        .code())
                .isZero();
        assertThat(output())
                .isEqualTo(
                        singleQuoted("{'success':true,'projection':" + Documents.local(Protocols.PING_PONG_A) + "}"));
        assertThat(Program.validator("", "--export-projection", c, "--role", "Z", "--output", o)
                        .code())
                .isZero();
        assertThat(output()).isEqualTo(singleQuoted("{'success':true,'projection':{'kind':'end'}}"));
        assertThat(Program.validator("", "--export-all-projections", c, "--output", o)
                        .code())
                .isZero();
        assertThat(output())
                .isEqualTo(singleQuoted(
                        "{'success':true,'projections':{'A':" + Documents.local(Protocols.PING_PONG_A) + ",'B':"
                                + Documents.local(Protocols.PING_PONG_A.dual()).replace("\"B\"", "\"A\"") + "}}"));
    }

    @Test
    void delegators_and_delegatees_are_exported_and_the_handed_role_is_not() throws IOException {
        c = file(
                "delegate.json",
                Json.quoted(
                        "{'kind':'delegate','delegator':'A','delegatee':'B','session_id':4e0,'role':'C','continuation':{'kind':'end'}}"));
        assertThat(Program.validator("", "--export-all-projections", c, "--output", o)
                        .code())
                .isZero();
        String handover = "'branches':[{'label':{'name':'_delegate','sort':'unit'},'continuation':{'kind':'end'}}]";
        assertThat(output())
                .isEqualTo(singleQuoted("{'success':true,'projections':{'A':{'kind':'send','partner':'B'," + handover
                        + "},'B':{'kind':'recv','partner':'A'," + handover + "}}}"));
    }

    @Test
    void what_cannot_be_decoded_is_reported_in_the_result_file() throws IOException {
        String bad = file("bad.json", Json.quoted("{'kind':'loop'}"));
        for (String[] args : new String[][] {
            {"--export-projection", bad, "--role", "A", "--output", o},
            {"--export-all-projections", bad, "--output", o}
        }) {
            assertThat(Program.validator("", args).code()).isEqualTo(1);
            assertThat(output()).isEqualTo(singleQuoted("{'success':false,'error':'invalid GlobalType kind: loop'}"));
        }
        for (String[] args : new String[][] {
            {"--check-orphan-free", bad, "--output", o},
            {"--check-regular-practical-fragment", bad, "--output", o}
        }) {
            assertThat(Program.validator("", args).code()).isEqualTo(1);
            assertThat(output())
                    .isEqualTo(singleQuoted(
                            "{'success':false,'error':'failed to decode local type: invalid LocalTypeR kind: loop'}"));
        }
    }

    @Test
    void of_two_bad_types_the_subtype_is_reported() throws IOException {
        String bad = file("bad.json", Json.quoted("{'kind':'loop'}"));
        String error = "{'success':false,'error':'failed to decode %s local type: invalid LocalTypeR kind: loop'}";
        assertThat(Program.validator("", "--check-async-subtype", bad, bad, "--output", o)
                        .code())
                .isEqualTo(1);
        assertThat(output()).isEqualTo(singleQuoted(error.formatted("subtype")));
        Program.validator("", "--check-async-subtype", t, bad, "--output", o);
        assertThat(output()).isEqualTo(singleQuoted(error.formatted("supertype")));
    }

    @Test
    void unrelated_types_are_a_success_with_a_reason() throws IOException {
        String end = file("end.json", Json.quoted("{'kind':'end'}"));
        assertThat(Program.validator("", "--check-async-subtype", t, end, "--output", o)
                        .code())
                .isZero();
        assertThat(output())
                .isEqualTo(
                        singleQuoted(
                                "{'success':true,'result':false,'reason':'siso phase mismatch: subtype has 2 segments, supertype has 0'}"));
        Program.validator("", "--check-async-subtype", t, t, "--output", o);
        assertThat(output()).isEqualTo(singleQuoted("{'success':true,'result':true}"));
    }

    @Test
    void the_fragment_is_told_with_its_reason() throws IOException {
        Program.validator("", "--check-regular-practical-fragment", t, "--output", o);
        assertThat(output())
                .isEqualTo(
                        singleQuoted(
                                "{'success':true,'result':true,'reaches_communication':true,'well_formed':true,'full_unfold_head':'send'}"));
        String loop = file("loop.json", Json.quoted("{'kind':'rec','var':'t','body':{'kind':'var','name':'t'}}"));
        Program.validator("", "--check-regular-practical-fragment", loop, "--output", o);
        assertThat(output())
                .isEqualTo(
                        singleQuoted(
                                "{'success':true,'result':false,'reaches_communication':false,'well_formed':false,'full_unfold_head':'mu','reason':'local type is not contractive/guarded'}"));
        Program.validator("", "--check-orphan-free", t, "--output", o);
        assertThat(output()).isEqualTo(singleQuoted("{'success':true,'result':false}"));
    }

    @Test
    void a_mismatch_is_logged_and_fails() throws IOException {
        p = file("wrong.json", Documents.program("A", LocalType.send("B", "ping", LocalType.END)));
        Program.Ended ended = Program.validator("", filled(vectors().toList().get(3)));
        assertThat(ended).isEqualTo(new Program.Ended(1, "", "Projection mismatch for A\n"));
        assertThat(Files.readString(Path.of(log))).isEqualTo("role=A,status=fail,message=local type mismatch\n");
        assertThat(Json.json(Files.readString(Path.of(jsonLog))))
                .isEqualTo(singleQuoted("{'role':'A','status':'fail','message':'local type mismatch','expected':"
                        + Documents.local(Protocols.PING_PONG_A) + ",'provided':"
                        + Documents.local(LocalType.send("B", "ping", LocalType.END)) + "}"));
    }

    @Test
    void a_match_is_logged_alike_in_either_order_of_the_logs() throws IOException {
        for (int vector : new int[] {3, 4}) {
            assertThat(Program.validator("", filled(vectors().toList().get(vector)))
                            .code())
                    .isZero();
            assertThat(Files.readString(Path.of(log))).isEqualTo("role=A,status=ok,message=ok\n");
            assertThat(Json.json(Files.readString(Path.of(jsonLog))))
                    .extracting(log -> ValidatorModes.member(log, "status"))
                    .isEqualTo(new JsonValue.Text("ok"));
        }
    }

    @Test
    void the_first_branch_alone_is_the_bystander_s_type() throws IOException {
        c = file("choice.json", Documents.global(BYSTANDER_CHOICE));
        p = file("program.json", Documents.program("C", LocalType.recv("B", "x", LocalType.END)));
        assertThat(Program.validator("", "--choreography", c, "--program", p).out())
                .isEqualTo("Lean validator: projection matches for C\n");
        p = file("program.json", Documents.program("Nobody", LocalType.END));
        c = file("ping.json", Documents.global(Protocols.PING_PONG));
        assertThat(Program.validator("", "--choreography", c, "--program", p).code())
                .isZero();
    }

    @Test
    void documents_that_cannot_be_used_leave_no_logs() throws IOException {
        String broken = file("broken.json", "{");
        fails(broken, p, "Failed to parse choreography JSON: offset 1: unexpected end of input\n");
        fails(c, broken, "Failed to parse program JSON: offset 1: unexpected end of input\n");
        fails(
                file("sortless.json", Documents.global(Protocols.PING_PONG).replace(",\"sort\":\"unit\"", "")),
                p,
                "Failed to decode global type: expected JSON array, got 'null'\n");
        fails(c, file("roleless.json", "{}"), "Failed to decode program: String expected\n");
        fails(
                c,
                file("kind.json", Json.quoted("{'role':'A','local_type':{'kind':'comm'}}")),
                "Failed to decode program: invalid LocalTypeR kind: comm\n");
        assertThat(Path.of(log)).doesNotExist();
        assertThat(Path.of(jsonLog)).doesNotExist();
    }

    private void fails(String choreography, String program, String stderr) {
        assertThat(Program.validator(
                        "", "--choreography", choreography, "--program", program, "--log", log, "--json-log", jsonLog))
                .isEqualTo(new Program.Ended(1, "", stderr));
    }

    @Test
    void unknown_members_are_accepted() throws IOException {
        c = file("more.json", Documents.global(Protocols.PING_PONG).replace("{\"kind\"", "{\"x\":[1.5],\"kind\""));
        assertThat(Program.validator("", "--choreography", c, "--program", p).code())
                .isZero();
    }

    @Test
    void a_missing_or_unreadable_input_leaves_no_result() throws IOException {
        Program.Ended missing = Program.validator("", "--check-orphan-free", o + ".missing", "--output", o);
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).startsWith("uncaught exception: no such file or directory");
        Path wide = Files.write(folder.resolve("wide.json"), new byte[] {'"', (byte) 0xff, '"'});
        assertThat(Program.validator("", "--check-orphan-free", wide.toString(), "--output", o)
                        .err())
                .startsWith("uncaught exception: ");
        assertThat(Path.of(o)).doesNotExist();
        Program.Ended unwritable = Program.validator(
                "",
                "--check-orphan-free",
                t,
                "--output",
                folder.resolve("no/where").toString());
        assertThat(unwritable.code()).isEqualTo(1);
        assertThat(unwritable.err()).startsWith("uncaught exception: ");
    }

    @Test
    void text_that_is_no_json_is_told_like_what_cannot_be_decoded() throws IOException {
        String broken = file("broken.json", "{");
        String kind = file("kind.json", Json.quoted("{'kind':'loop'}"));
        Program.validator("", "--check-async-subtype", broken, kind, "--output", o);
        assertThat(output())
                .isEqualTo(
                        singleQuoted(
                                "{'success':false,'error':'failed to decode subtype local type: offset 1: unexpected end of input'}"));
        Program.validator("", "--check-async-subtype", kind, broken, "--output", o);
        assertThat(output())
                .isEqualTo(
                        singleQuoted(
                                "{'success':false,'error':'failed to decode subtype local type: invalid LocalTypeR kind: loop'}"));
        Program.validator("", "--check-orphan-free", broken, "--output", o);
        assertThat(output())
                .isEqualTo(singleQuoted(
                        "{'success':false,'error':'failed to decode local type: offset 1: unexpected end of input'}"));
        Program.validator("", "--export-all-projections", broken, "--output", o);
        assertThat(output()).isEqualTo(singleQuoted("{'success':false,'error':'offset 1: unexpected end of input'}"));
    }

    @Test
    void an_input_that_cannot_be_read_leaves_an_older_result_as_it_was() throws IOException {
        Files.writeString(Path.of(o), "older");
        assertThat(Program.validator("", "--check-orphan-free", o + ".missing", "--output", o)
                        .code())
                .isEqualTo(1);
        assertThat(Path.of(o)).hasContent("older");
    }

    @Test
    void a_hundred_thousand_binders_are_answered_in_every_mode() throws IOException {
        int binders = 100_000;
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < binders; i++) {
            deep.append(Json.quoted("{'kind':'rec','var':'t" + i + "','body':"));
        }
        deep.append(Json.quoted("{'kind':'var','name':'t0'}")).append("}".repeat(binders));
        String file = file("deep.json", deep.toString());
        Program.validator("", "--check-regular-practical-fragment", file, "--output", o);
        assertThat(output())
                .isEqualTo(
                        singleQuoted(
                                "{'success':true,'result':false,'reaches_communication':false,'well_formed':false,'full_unfold_head':'mu','reason':'local type is not contractive/guarded'}"));
        Program.validator("", "--check-async-subtype", file, file, "--output", o);
        assertThat(output())
                .isEqualTo(singleQuoted(
                        "{'success':true,'result':false,'reason':'siso decomposition exceeded the unfold limit'}"));
        Program.validator("", "--check-orphan-free", file, "--output", o);
        assertThat(output()).isEqualTo(singleQuoted("{'success':true,'result':false}"));
        Program.validator("", "--export-projection", file, "--role", "A", "--output", o);
        assertThat(output()).isEqualTo(singleQuoted("{'success':true,'projection':{'kind':'end'}}"));
    }

    /** The assertions of the reference's live tests (spec 12 §7), on documents. */
    @Test
    void sorts_and_recursion_variables_survive_the_projection() throws IOException {
        String branches =
                "'branches':[{'label':{'name':'v','sort':{'vector':3}},'continuation':{'kind':'var','name':'again'}},"
                        + "{'label':{'name':'r','sort':'real'},'continuation':{'kind':'end'}}]";
        c = file(
                "loop.json",
                Json.quoted("{'kind':'rec','var':'again','body':{'kind':'comm','sender':'A','receiver':'B'," + branches
                        + "}}"));
        Program.validator("", "--export-projection", c, "--role", "B", "--output", o);
        assertThat(output())
                .isEqualTo(singleQuoted(
                        "{'success':true,'projection':{'kind':'rec','var':'again','body':{'kind':'recv','partner':'A',"
                                + branches + "}}}"));
    }

    @Test
    void a_bystander_of_different_notifications_receives_from_whoever_tells_first() throws IOException {
        c = file("choice.json", Documents.global(BYSTANDER_CHOICE));
        Program.validator("", "--export-projection", c, "--role", "C", "--output", o);
        assertThat(output())
                .isEqualTo(singleQuoted("{'success':true,'projection':"
                        + Documents.local(LocalType.recv("B", "x", LocalType.END)) + "}"));
    }

    @Test
    void a_third_party_that_sends_alike_in_both_branches_validates() throws IOException {
        GlobalType same = GlobalType.comm("C", "A", "n", GlobalType.END);
        c = file(
                "same.json",
                Documents.global(new GlobalType.Comm(
                        "A",
                        "B",
                        List.of(
                                new GlobalType.Branch(Label.of("l"), same),
                                new GlobalType.Branch(Label.of("r"), same)))));
        p = file("c.json", Documents.program("C", LocalType.send("A", "n", LocalType.END)));
        assertThat(Program.validator("", "--choreography", c, "--program", p).code())
                .isZero();
    }

    /** What spec 12 §9 lists, each on its own. */
    @Test
    void every_kind_of_mismatch_is_refused() throws IOException {
        String right = Documents.program("A", Protocols.PING_PONG_A);
        for (String wrong : List.of(
                right.replace("\"ping\"", "\"pang\""),
                right.replaceFirst("\"sort\":\"unit\"", "\"sort\":\"nat\""),
                right.replaceFirst("\"partner\":\"B\"", "\"partner\":\"C\""),
                Documents.program("A", LocalType.send("B", "ping", LocalType.END)),
                Documents.program("A", new LocalType.Mu("t", Protocols.PING_PONG_A)))) {
            assertThat(wrong).isNotEqualTo(right);
            p = file("wrong.json", wrong);
            assertThat(Program.validator("", "--choreography", c, "--program", p))
                    .as(wrong)
                    .isEqualTo(new Program.Ended(1, "", "Projection mismatch for A\n"));
        }
        GlobalType loop = new GlobalType.Mu(
                "t",
                new GlobalType.Comm(
                        "A",
                        "B",
                        List.of(
                                new GlobalType.Branch(Label.of("x"), new GlobalType.Var("t")),
                                new GlobalType.Branch(Label.of("y"), GlobalType.END))));
        c = file("loop.json", Documents.global(loop));
        LocalType.Send body = new LocalType.Send(
                "B",
                List.of(
                        new LocalType.Branch(Label.of("x"), new LocalType.Var("t")),
                        new LocalType.Branch(Label.of("y"), LocalType.END)));
        LocalType.Send renamed = new LocalType.Send(
                "B",
                List.of(
                        new LocalType.Branch(Label.of("x"), new LocalType.Var("s")),
                        new LocalType.Branch(Label.of("y"), LocalType.END)));
        assertThat(validated(new LocalType.Mu("t", body))).isZero();
        assertThat(validated(
                        new LocalType.Mu("t", body.withBranches(body.branches().reversed()))))
                .isEqualTo(1);
        assertThat(validated(new LocalType.Mu("s", renamed))).isEqualTo(1);
    }

    private int validated(LocalType type) throws IOException {
        p = file("program.json", Documents.program("A", type));
        return Program.validator("", "--choreography", c, "--program", p).code();
    }
}
