package dev.paritas.choreography.identity;

import dev.paritas.choreography.json.TaggedLabel;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonOutput.MemberOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that an identity is the digest of (spec 10 §4): compact JSON, members in the order of declaration, kinds as
 * outer tags. It is not the exchange form.
 */
public final class CanonicalForm {
    private final JsonOutput out;
    /** What remains to be written, the next on top; types nest deeper than the stack. */
    private final Deque<Consumer<JsonOutput>> waiting = new ArrayDeque<>();

    private CanonicalForm(JsonOutput out) {
        this.out = out;
    }

    /**
     * {@return the canonical bytes of a closed type}
     *
     * @throws ProblemException ({@link ContentProblem}) {@code INVALID_FORMAT} for a type with free variables
     */
    public static byte[] closed(SessionType<?> type) {
        if (!type.allVarsBound()) {
            throw new ProblemException(new ContentProblem.InvalidFormat(
                    "canonical serialization requires all recursion variables to be bound"));
        }
        Nameless form = form(type, List.of());
        return bytes(canonical -> canonical.node(form));
    }

    /** {@return the bytes of a type with its free variables listed, ascending} */
    public static byte[] template(SessionType<?> type) {
        List<String> free =
                type.freeVars().stream().sorted(CodePointOrder.INSTANCE).toList();
        Nameless form = form(type, free);
        return bytes(canonical -> canonical.template(free, form));
    }

    private static Nameless form(SessionType<?> type, List<String> environment) {
        return switch (type) {
            case GlobalType global -> Nameless.of(global, environment);
            case LocalType local -> Nameless.of(local, environment);
        };
    }

    private static byte[] bytes(Consumer<CanonicalForm> begin) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = JsonOutput.compact(bytes, MemberOrder.DECLARED)) {
            CanonicalForm form = new CanonicalForm(out);
            begin.accept(form);
            while (!form.waiting.isEmpty()) {
                form.waiting.pop().accept(out);
            }
        }
        return bytes.toByteArray();
    }

    private void template(List<String> free, Nameless form) {
        out.beginObject().name("free_vars").beginArray();
        free.forEach(out::string);
        out.endArray().name("db");
        waiting.push(JsonOutput::endObject);
        node(form);
    }

    private void node(Nameless node) {
        switch (node) {
            case Nameless.End ignored -> out.string("End");
            case Nameless.Var(int index) ->
                out.beginObject().name("Var").unsigned(index).endObject();
            case Nameless.Rec(Nameless body) -> {
                out.beginObject().name("Rec");
                next(List.of(ignored -> node(body), JsonOutput::endObject));
            }
            case Nameless.Choice(Nameless.Head head, List<Nameless.Branch> branches) -> {
                begin(head);
                List<Consumer<JsonOutput>> rest = new ArrayList<>();
                for (Nameless.Branch branch : branches) {
                    rest.add(ignored -> begin(head, branch));
                    rest.add(ignored -> node(branch.continuation()));
                    rest.add(JsonOutput::endArray);
                }
                rest.add(json -> json.endArray().endObject().endObject());
                next(rest);
            }
        }
    }

    private void begin(Nameless.Head head) {
        switch (head) {
            case Nameless.Head.Comm(String sender, String receiver) -> {
                out.beginObject().name("Comm").beginObject();
                out.name("sender").string(sender).name("receiver").string(receiver);
            }
            case Nameless.Head.Send(String partner) ->
                out.beginObject().name("Send").beginObject().name("partner").string(partner);
            case Nameless.Head.Recv(String partner) ->
                out.beginObject().name("Recv").beginObject().name("partner").string(partner);
        }
        out.name("branches").beginArray();
    }

    /** Local branches have a place for their annotation, global ones have none. */
    private void begin(Nameless.Head head, Nameless.Branch branch) {
        TaggedLabel.CODEC.write(out.beginArray(), branch.label());
        ValType annotation = branch.annotation();
        switch (head) {
            case Nameless.Head.Comm ignored -> {}
            case Nameless.Head.Send ignored -> annotation(annotation);
            case Nameless.Head.Recv ignored -> annotation(annotation);
        }
    }

    private void annotation(@Nullable ValType annotation) {
        if (annotation == null) {
            out.nullValue();
        } else {
            ValType.CODEC.write(out, annotation);
        }
    }

    private void next(List<Consumer<JsonOutput>> pieces) {
        pieces.reversed().forEach(waiting::push);
    }
}
