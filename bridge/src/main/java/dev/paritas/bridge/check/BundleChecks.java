package dev.paritas.bridge.check;

import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusProblem;
import dev.paritas.bridge.corpus.LocalOutcome;
import dev.paritas.bridge.corpus.ValidatorCase;
import dev.paritas.bridge.corpus.ValidatorLines;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.ProtocolMachineValidator;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The published questions to the machine validator, answered in this process and by executables (spec 32 §6-8), and what
 * Java's own reader, lint and runtime say of them.
 */
final class BundleChecks {
    private static final int LIMIT = 50;

    private BundleChecks() {}

    /** {@code --bundles}. */
    static void run(LaneContext context) {
        Optional<Corpus> corpus = context.corpus("bundles");
        if (corpus.isEmpty()) {
            return;
        }
        List<Case<ValidatorCase>> cases;
        try {
            cases = questions(corpus.get());
        } catch (ProblemException e) {
            CorpusProblem problem = e.only(CorpusProblem.class);
            context.run(
                    Check.recorded("bundles/in-process", "the published questions are readable"),
                    () -> Findings.of(new Mismatch(
                            "corpus:" + problem.code(), "cases", problem.sentence(), ValidatorLines.PATH)));
            return;
        }
        Source<ValidatorCase> published = Source.made(() -> cases);
        Row.run(
                context,
                List.of(
                        Row.here(
                                Check.recorded("bundles/in-process", "answers of the validator against the corpus"),
                                published,
                                item -> published(item, answer(item))),
                        Row.here(
                                Check.recorded(
                                        "bundles/local", "reader, claim lint and runtime rules against the corpus"),
                                published,
                                BundleChecks::local),
                        Row.here(
                                Check.independent(
                                        "bundles/runtime",
                                        "changes of membership: the runtime accepts what the validator accepts"),
                                published,
                                BundleChecks::runtime)));
        Set<ValidatorOperation> asked = EnumSet.noneOf(ValidatorOperation.class);
        Row.run(
                context,
                Runner.serving(
                        Peer.MACHINE_VALIDATOR,
                        context.environment().runners().resolve(LeanToolchain.MACHINE_VALIDATOR),
                        SessionLimits.DEFAULT),
                List.of(Row.asking(
                        Check.transport(
                                "bundles/executable",
                                "answers of the validator executable against the corpus and this process"),
                        ImplementationId.JAVA_MODEL,
                        published,
                        (validator, item) -> executable(validator, item, asked))));
    }

    /** {@code lean/bundles}. */
    static void lean(LaneContext context, LeanRunners runners) {
        Check check =
                Check.independent("lean/bundles", "published answers of the machine validator against the Lean model");
        runners.find(LeanToolchain.MACHINE_VALIDATOR, check)
                .ifPresent(binary -> Row.run(
                        context,
                        Runner.serving(Peer.MACHINE_VALIDATOR, binary, SessionLimits.LEAN)
                                .known(runners.identity(binary)),
                        List.of(Row.asking(
                                check,
                                ImplementationId.JAVA_MODEL,
                                Source.corpus("lean", BundleChecks::questions),
                                (lean, item) -> published(item, answer(lean.client(), item))))));
    }

    /** {@return the published questions; none when the corpus has no such file} */
    static List<Case<ValidatorCase>> questions(Corpus corpus) {
        return Source.cases(ValidatorLines.of(corpus), ValidatorCase::id);
    }

    /** {@return where a published case differs from what is made of its question today} */
    static List<JsonDifference> again(ValidatorCase item) {
        ValidatorCase fresh = ValidatorCase.make(item.id(), item.operation(), item.payload());
        List<JsonDifference> differences = new ArrayList<>(answers(item.answer(), fresh.answer()));
        StructuralDifference.all(texts(item), texts(fresh), LIMIT)
                .forEach(difference -> differences.add(difference.under("/local")));
        return differences;
    }

    /** {@return where a published answer differs from that of {@code validator}} */
    static List<JsonDifference> asked(Implementation validator, ValidatorCase item) {
        return answers(item.answer(), ValidatorCase.recorded(answer(validator, item)));
    }

    private static List<JsonDifference> answers(JsonValue published, JsonValue fresh) {
        return StructuralDifference.all(published, fresh, LIMIT).stream()
                .map(difference -> difference.under("/answer"))
                .toList();
    }

    private static JsonValue texts(ValidatorCase item) {
        return Codec.mapOf(Codec.STRING).toTree(item.local());
    }

    private static JsonValue answer(Case<ValidatorCase> item) {
        return item.value().operation().answer(item.value().payload());
    }

    private static JsonValue answer(Implementation validator, Case<ValidatorCase> item) {
        return answer(validator, item.value());
    }

    private static JsonValue answer(Implementation validator, ValidatorCase item) {
        return new ProtocolMachineValidator(validator).ask(item.operation(), item.payload());
    }

    private static Findings local(Case<ValidatorCase> item) {
        Object published = item.value().local();
        Object fresh = LocalOutcome.of(item.value().operation(), item.value().payload());
        return Findings.equal(fresh.equals(published), item.id(), published, fresh, item.id());
    }

    /** Two sets of rules, written apart from each other, on each payload that both can read. */
    private static Findings runtime(Case<ValidatorCase> item) {
        ValidatorOperation operation = item.value().operation();
        String runtime = operation == ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION
                ? LocalOutcome.of(operation, item.value().payload()).get("runtime")
                : null;
        if (runtime == null) {
            return Findings.NOTHING;
        }
        String validator = firstCode(answer(item));
        return Findings.equal(validator.equals(codeOf(runtime)), item.id(), codeOf(runtime), validator, item.id());
    }

    /** The validator's word for an outcome of the runtime (spec 32 §7). */
    private static String codeOf(String runtime) {
        return switch (runtime) {
            case "disabled" -> "reconfiguration.disabled";
            case "empty" -> "reconfiguration.empty_membership";
            case "disjoint" -> "reconfiguration.overlap_required";
            default -> runtime;
        };
    }

    private static String firstCode(JsonValue answer) {
        return answer instanceof JsonValue.Obj(var members)
                        && members.get("errors") instanceof JsonValue.Array(List<JsonValue> errors)
                        && !errors.isEmpty()
                        && errors.getFirst() instanceof JsonValue.Obj(var error)
                        && error.get("code") instanceof JsonValue.Text(String code)
                ? code
                : "accepted";
    }

    /** @param asked the operations that were put to a process of their own, as the first case of each is */
    private static Findings executable(
            Runner.Opened validator, Case<ValidatorCase> item, Set<ValidatorOperation> asked) {
        JsonValue answer = answer(validator.client(), item);
        List<Mismatch> mismatches = new ArrayList<>(published(item, answer).mismatches());
        mismatches.addAll(compared("in_process:", item, answer(item), answer));
        if (asked.add(item.value().operation())) {
            mismatches.addAll(compared("one_shot:", item, answer, answer(validator.alone(), item)));
        }
        return Findings.of(1, mismatches);
    }

    private static Findings published(Case<ValidatorCase> item, JsonValue answer) {
        return Findings.equal(item.id(), item.value().answer(), ValidatorCase.recorded(answer));
    }

    private static List<Mismatch> compared(String key, Case<ValidatorCase> item, JsonValue expected, JsonValue actual) {
        return StructuralDifference.first(expected, actual).stream()
                .map(difference -> Mismatch.of(key + item.id(), difference, item.id()))
                .toList();
    }
}
