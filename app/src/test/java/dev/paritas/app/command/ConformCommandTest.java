package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code paritas conform} (docs/conform.md). */
final class ConformCommandTest {
    private static final List<String> LOG = List.of(
            event("a", "Buyer", "send", "Seller", "Order"),
            event("b", "Buyer", "send", "Seller", "Order"),
            event("a", "Seller", "receive", "Buyer", "Order"),
            event("a", "Seller", "send", "Buyer", "Bill"),
            event("b", "Seller", "receive", "Buyer", "Order"),
            event("a", "Buyer", "receive", "Seller", "Bill"),
            "{\"session\":\"a\",\"role\":\"Buyer\",\"action\":\"end\"}");

    @TempDir
    private Path folder = Path.of("");

    private Path protocol = Path.of("");

    private static String event(String session, String role, String action, String peer, String label) {
        return "{\"session\":\"%s\",\"role\":\"%s\",\"action\":\"%s\",\"peer\":\"%s\",\"label\":\"%s\"}"
                .formatted(session, role, action, peer, label);
    }

    @BeforeEach
    void write() throws IOException {
        protocol = folder.resolve("order.tell");
        Files.writeString(
                protocol,
                "protocol Order =\n  roles Buyer, Seller\n\n  Buyer -> Seller : Order\n  Seller -> Buyer : Bill\n");
    }

    private Ran conform(String log, String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "conform";
        args[1] = protocol.toString();
        args[2] = "-";
        System.arraycopy(options, 0, args, 3, options.length);
        return Ran.withInput(log, args);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void an_unfinished_session_conforms_so_far_and_only_with_complete_it_is_a_violation() {
        Ran ran = conform(lines(LOG));
        assertThat(ran).isEqualTo(new Ran(0, """
                        conforms so far: 7 events, 2 sessions (1 complete, 1 not finished)
                          not finished: session b after 2 events; Buyer may receive 'Bill' from Seller; Seller may send 'Bill' to Buyer
                        """, ""));
        assertThat(conform(lines(LOG), "--complete").exit()).isEqualTo(1);
    }

    @Test
    void finished_sessions_conform_completely() {
        List<String> one = LOG.stream().filter(line -> line.contains("\"a\"")).toList();
        assertThat(conform(lines(one)))
                .isEqualTo(new Ran(0, "conforms (complete): 5 events, 1 session (1 complete)\n", ""));
        assertThat(conform("[" + String.join(",", one) + "]").exit()).isZero();
        assertThat(conform(lines(one).replace("\"session\":\"a\",", "")).out()).contains("1 session (1 complete)");
    }

    @Test
    void a_violation_names_the_line_what_happened_what_was_allowed_and_what_came_before() throws IOException {
        Path log = folder.resolve("log.jsonl");
        Files.writeString(log, lines(LOG).replaceFirst("\"Bill\"", "\"Gift\""));
        Ran ran = Ran.paritas("conform", protocol.toString(), log.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("""
                        violates: session a, event 3 at LOG:4
                          happened: Seller sends 'Gift' to Buyer
                          reason:   the protocol does not allow it here
                          allowed:  send 'Bill' to Buyer
                          before:   LOG:1  Buyer sends 'Order' to Seller
                                    LOG:3  Seller receives 'Order' from Buyer
                        violates the protocol: 7 events, 2 sessions (1 not finished, 1 broken off)
                          not finished: session b after 2 events; Buyer may receive 'Bill' from Seller; Seller may send 'Bill' to Buyer
                          note: 2 events behind violations, not looked at
                        """.replace("LOG", log.toString()));
        assertThat(Ran.paritas("conform", protocol.toString(), log.toString(), "--json")
                        .out())
                .contains("\"verdict\":\"violates\"", "\"line\":4", "\"reason\":\"not_allowed\"");
        assertThat(Ran.paritas("conform", protocol.toString(), log.toString(), "--max-violations", "0")
                        .out())
                .contains("and 1 more session that violates it", "and 1 more session that is not finished");
    }

    @Test
    void nothing_to_look_at_and_a_log_from_the_middle_are_no_agreement() {
        assertThat(conform("").exit()).isEqualTo(4);
        assertThat(conform("", "--observe", "Buyer").exit()).isEqualTo(4);
        Ran seller = conform(lines(LOG.subList(2, 3)), "--observe", "Buyer");
        assertThat(seller.exit())
                .as("only events of a role that is not watched")
                .isEqualTo(4);
        Ran middle = conform(lines(LOG.subList(3, 4)));
        assertThat(middle.exit()).isEqualTo(4);
        assertThat(middle.out())
                .contains("seen from the middle: its beginning is missing")
                .contains("undecided");
        Ran worse = conform(lines(LOG.subList(3, 4)) + event("c", "Buyer", "send", "Buyer", "Order"));
        assertThat(worse.exit()).as("a proven violation beside it").isEqualTo(1);
    }

    @Test
    void a_folder_is_no_log() {
        Ran ran = Ran.paritas("conform", folder.resolve("order.tell").toString(), folder.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).isEqualTo("error: IO at " + folder + ": Is a directory\n");
    }

    @Test
    void other_names_and_words_are_mapped_by_options_or_a_document() throws IOException {
        String log = """
                {"at":{"svc.name":"buyer-1"},"kind":"OUT","to":"seller","msg":{"type":"Order"},"n":7}
                {"at":{"svc.name":"x"},"kind":"PING"}
                {"level":"info"}
                {"at":{"svc.name":"seller"},"kind":"IN","to":"buyer-1","msg":{"type":"Order"},"n":7}
                """;
        String[] rules = {
            "--map",
            "session=n",
            "--map",
            "role=at.svc.name",
            "--map",
            "action=kind",
            "--map",
            "peer=to",
            "--map",
            "label=msg.type",
            "--map",
            "action:OUT=send",
            "--map",
            "action:IN=receive",
            "--map",
            "role:buyer-1=Buyer",
            "--map",
            "role:seller=Seller",
            "--map",
            "peer:seller=Seller",
            "--map",
            "peer:buyer-1=Buyer",
            "--skip",
            "action:PING",
            "--skip",
            "action"
        };
        Ran mapped = conform(log, rules);
        assertThat(mapped.out())
                .startsWith("conforms so far: 2 events, 1 session (1 not finished)\n  not finished: session 7 after")
                .endsWith("  note: 2 events left out by --skip\n");
        Path mapping = folder.resolve("mapping.json");
        Files.writeString(mapping, """
                {"members":{"session":"n","role":"at.svc.name","action":"kind","peer":"to","label":"msg.type"},
                 "values":{"action":{"OUT":"send","IN":"receive"},
                  "role":{"buyer-1":"Buyer","seller":"Seller"},"peer":{"seller":"Seller","buyer-1":"Buyer"}},
                 "skip":[{"member":"action","value":"PING"},{"member":"action"}]}
                """);
        assertThat(conform(log, "--mapping", mapping.toString())).isEqualTo(mapped);
        Files.writeString(mapping, "{\"members\":{\"rolle\":\"x\"}}");
        Ran wrong = conform(log, "--mapping", mapping.toString());
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err()).contains("UNKNOWN_MEMBER at " + mapping, "rolle");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"role":"Buyer"}                                   | MISSING_MEMBER | the event has no 'action'
            {"role":"Buyer","action":"sent"}                   | UNKNOWN_TAG    | --map action:sent=receive would rewrite it
            {"role":"Buyer","action":"end","role":"Seller"} | DUPLICATE_MEMBER | the event has 'role' twice
            {"role":["Buyer"],"action":"end"}                  | WRONG_TYPE     | 'role' should be text or a number and is an array
            {"role":"Buyer","action":"end"                     | INVALID_JSON   | end
            7                                                  | WRONG_TYPE     | expected an object
            {"session":"s","role":"Buyer","action":"end"}      | MISSING_MEMBER | the event names a session, and events before it do not
            """)
    void what_is_no_event_is_refused_at_its_line(String line, String code, String sentence) {
        String first = "{\"role\":\"Buyer\",\"action\":\"send\",\"peer\":\"Seller\",\"label\":\"Order\"}\n";
        Ran ran = conform(first + line);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("error: " + code + " at - ")
                .contains("line 2")
                .contains(sentence);
    }

    @Test
    void spans_of_opentelemetry_are_events_in_the_order_of_their_times() {
        String request = """
                {"resourceSpans":[
                 {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"Seller"}}]},"scopeSpans":[{"spans":[
                  {"traceId":"t1","name":"work","startTimeUnixNano":"5","attributes":[],"events":[
                   {"name":"in","timeUnixNano":"20","attributes":[{"key":"paritas.action","value":{"stringValue":"receive"}},
                    {"key":"paritas.peer","value":{"stringValue":"Buyer"}},{"key":"paritas.label","value":{"stringValue":"Order"}}]}]}]}]},
                 {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"Buyer"}}]},"scopeSpans":[{"spans":[
                  {"traceId":"t1","name":"publish","startTimeUnixNano":"10","attributes":[
                    {"key":"paritas.action","value":{"stringValue":"send"}},{"key":"paritas.peer","value":{"stringValue":"Seller"}},
                    {"key":"paritas.label","value":{"stringValue":"Order"}}]},
                  {"traceId":"t1","name":"unrelated","startTimeUnixNano":"11"}]}]}]}
                """;
        Ran ran = conform(request.replace("\n", "") + "\n", "--format", "otlp", "--map", "role=service.name");
        assertThat(ran.out()).startsWith("conforms so far: 2 events, 1 session (1 not finished)");
        assertThat(ran.out()).contains("session t1 after 2 events");
        Ran late = conform(
                request.replace("\"20\"", "\"9\"").replace("\n", ""), "--format", "OTLP", "--map", "role=service.name");
        assertThat(late.exit()).as("the receive comes before its send").isEqualTo(4);
        assertThat(late.out()).contains("BEGINNING".toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"session":"s","role":"Buyer"}     | MISSING_MEMBER | the line has no list 'resourceSpans'
            {"resourceSpans":{}}               | MISSING_MEMBER | the line has no list 'resourceSpans'
            {"resourceSpans":[{"scopeSpans":[{"spans":[{"attributes":[{"key":"paritas.action","value":{"stringValue":"end"}}]}]}]}]} | BAD_NUMBER | an event has no time
            """)
    void what_is_no_export_or_has_no_order_is_refused_and_not_passed_over(String line, String code, String sentence) {
        Ran ran = conform("{\"resourceMetrics\":[]}\n" + line, "--format", "otlp");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("error: " + code + " at - ")
                .contains("line 2")
                .contains(sentence);
    }

    @Test
    void repeated_deliveries_are_allowed_by_name_and_told() {
        String log = lines(LOG.subList(0, 3)) + LOG.get(2) + "\n";
        assertThat(conform(log).exit()).isEqualTo(1);
        Ran lenient = conform(log, "--allow-duplicates");
        assertThat(lenient.exit()).isZero();
        assertThat(lenient.out()).contains("1 event repeated deliveries, which --allow-duplicates allows");
    }

    @Test
    void a_followed_file_is_judged_as_it_grows() throws Exception {
        Path log = folder.resolve("growing.jsonl");
        Files.writeString(log, LOG.get(0) + "\n");
        CompletableFuture<Ran> following = CompletableFuture.supplyAsync(
                () -> Ran.paritas("conform", protocol.toString(), log.toString(), "--follow", "--idle", "2"));
        Files.writeString(log, LOG.get(2) + "\n" + LOG.get(2), StandardOpenOption.APPEND);
        Files.writeString(log, "\n", StandardOpenOption.APPEND);
        Ran ran = following.get(60, TimeUnit.SECONDS);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("violates: session a, event 3 at " + log + ":3");
    }

    /** The events of one role. */
    private static String of(String role) {
        return lines(LOG.stream()
                .filter(line -> line.contains("\"role\":\"" + role + "\""))
                .toList());
    }

    private Ran conformBoth(String seller, String buyer, String... options) throws IOException {
        Files.writeString(folder.resolve("seller.jsonl"), seller);
        Files.writeString(folder.resolve("buyer.jsonl"), buyer);
        List<String> args = new ArrayList<>(List.of(
                "conform",
                protocol.toString(),
                folder.resolve("seller.jsonl").toString(),
                folder.resolve("buyer.jsonl").toString()));
        args.addAll(List.of(options));
        return Ran.paritas(args.toArray(String[]::new));
    }

    @Test
    void a_log_of_each_service_is_judged_as_one_of_all_would_be() throws IOException {
        assertThat(conformBoth(of("Seller"), of("Buyer"))).isEqualTo(conform(lines(LOG)));
    }

    @Test
    void a_message_that_no_log_sends_is_a_violation_of_the_log_that_receives_it() throws IOException {
        String silent = of("Seller").replace(LOG.get(3) + "\n", "");
        Ran lost = conformBoth(silent, of("Buyer"));
        assertThat(lost.exit()).isEqualTo(1);
        String place = folder.resolve("buyer.jsonl") + ":3";
        assertThat(lost.out())
                .startsWith(
                        "violates: session a, event 3 at " + place + "\n  happened: Buyer receives 'Bill' from Seller\n"
                                + "  reason:   no such message is under way\n")
                .contains("  before:   " + folder.resolve("seller.jsonl") + ":1  Seller receives 'Order' from Buyer");
        assertThat(conformBoth(silent, of("Buyer"), "--json").out())
                .contains("\"line\":3,\"log\":\"" + folder.resolve("buyer.jsonl") + "\"");
        Ran twice = conformBoth(of("Seller") + LOG.get(3), of("Buyer"));
        assertThat(twice.exit()).as("a message sent twice").isEqualTo(1);
        String[] sold = of("Seller").split("\n");
        Ran swapped = conformBoth(lines(List.of(sold[1], sold[0], sold[2])), of("Buyer"));
        assertThat(swapped.exit()).as("sent before the order was taken").isEqualTo(1);
    }

    @Test
    void a_role_in_two_logs_is_refused_and_so_is_what_is_no_event_in_one_of_them() throws IOException {
        Ran split = conformBoth(LOG.get(2), LOG.get(3));
        assertThat(split.exit()).isEqualTo(3);
        assertThat(split.out()).isEmpty();
        assertThat(split.err())
                .startsWith("error: ROLE_IN_TWO_LOGS at " + folder.resolve("buyer.jsonl")
                        + " line 1: Seller of session a is in " + folder.resolve("seller.jsonl"));
        Ran none = conformBoth(of("Seller"), "7");
        assertThat(none.err())
                .startsWith("error: WRONG_TYPE at " + folder.resolve("buyer.jsonl") + " document root (line 1, ");
    }

    @Test
    void what_several_logs_cannot_be_asked_is_a_usage_error() throws IOException {
        assertThat(conformBoth(of("Seller"), of("Buyer"), "--follow").exit()).isEqualTo(2);
        assertThat(conformBoth(of("Seller"), of("Buyer"), "--diagram", "svg").exit())
                .isEqualTo(2);
        String seller = folder.resolve("seller.jsonl").toString();
        assertThat(conformBoth(of("Seller"), of("Buyer"), seller).err()).contains("is given twice");
        assertThat(Ran.paritas("conform", protocol.toString(), "-", "-").exit()).isEqualTo(2);
        assertThat(Ran.paritas("conform", protocol.toString()).exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "--map role",
        "--map rolle=x",
        "--skip x:y",
        "--observe Carrier",
        "--idle 3",
        "--follow",
        "--max-violations -1",
        "--format xml"
    })
    void wrong_options_are_usage_errors(String options) {
        Ran ran = conform("", options.split(" "));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void a_protocol_that_does_not_project_is_refused_before_the_log_is_read() throws IOException {
        Files.writeString(protocol, """
                protocol P =
                  roles A, B, C

                  choice A at
                    | L =>
                      A -> B : L
                      C -> B : X
                    | R =>
                      A -> B : R
                      B -> C : Y
                """);
        Ran ran = conform("not json");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("error: ")
                .contains(protocol.toString())
                .doesNotContain("INVALID_JSON");
        assertThat(ran.out()).isEmpty();
    }
}
