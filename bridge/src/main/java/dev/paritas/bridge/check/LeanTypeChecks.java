package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.ValidatorOperations.RegularPracticalFragment;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.choreography.check.AsyncSubtyping;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.check.OrphanFreedom;
import dev.paritas.choreography.check.PracticalFragment;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Projections and checks of types against the model's validator, one process for all. */
final class LeanTypeChecks {
    private static final Check PROJECTIONS =
            Check.independent("lean/projections", "candidate projections against the Lean model");
    private static final Check CHECKS =
            Check.independent("lean/checks", "subtyping, orphan freedom and practical fragment against the Lean model");
    private static final Check PAIRS =
            Check.reference("lean/pairs", "published subtyping pairs against the Lean model");

    private LeanTypeChecks() {}

    static void run(LaneContext context, LeanRunners runners) {
        runners.find(LeanToolchain.VALIDATOR, PROJECTIONS, CHECKS, PAIRS)
                .filter(ignored -> context.corpus("lean").isPresent())
                .ifPresent(binary -> Row.run(
                        context,
                        Runner.serving(Peer.VALIDATOR, binary, SessionLimits.LEAN)
                                .known(runners.identity(binary)),
                        List.of(
                                row(PROJECTIONS, types(), LeanTypeChecks::projections),
                                row(CHECKS, locals(), LeanTypeChecks::checks),
                                row(PAIRS, PairChecks.measured("lean"), LeanTypeChecks::pair))));
    }

    private interface Judge<C> {
        Findings compare(LeanRunner lean, Case<C> item);
    }

    private static <C> Row<Runner.Opened, C> row(Check check, Source<C> cases, Judge<C> judge) {
        return Row.asking(
                check,
                ImplementationId.JAVA_MODEL,
                cases,
                (validator, item) -> judge.compare(new LeanRunner(validator.client()), item));
    }

    private static Source<GlobalType> types() {
        return context -> new Source.Cases.Found<>(
                () -> types(context, context.corpus("lean").orElseThrow()));
    }

    /** Every global type of the corpus and of the golden folders, by where it stands. */
    private static List<Case<GlobalType>> types(LaneContext context, Corpus corpus) throws IOException {
        List<Case<GlobalType>> types = new ArrayList<>();
        corpus.cases().forEach(item -> {
            for (int i = 0; i < item.input().choreographies().size(); i++) {
                types.add(new Case<>(
                        "corpus/" + item.id() + "/" + i,
                        item.input().choreographies().get(i).globalType()));
            }
        });
        Path golden = context.environment().reference().resolve("golden");
        if (Files.isDirectory(golden)) {
            for (Path one : Source.list(golden, ignored -> true)) {
                types.add(new Case<>(
                        "golden/" + one.getFileName(),
                        TypeReader.global().read(context.read(one.resolve("input.json")))));
            }
        }
        return types;
    }

    private static Findings projections(LeanRunner lean, Case<GlobalType> item) {
        GlobalType type = item.value();
        SortedMap<String, JsonValue> expected = new TreeMap<>(lean.project(TypeCodec.GLOBAL.toTree(type), List.of()));
        SortedMap<String, JsonValue> actual = new TreeMap<>();
        type.roles().forEach(role -> actual.put(role, json(CandidateProjection.trans(type, role))));
        return Findings.of(
                StructuralDifference.first(new JsonValue.Obj(expected), new JsonValue.Obj(actual)),
                difference -> Mismatch.of(item.id(), difference, item.id()));
    }

    /** A projection, and the one before it. */
    private record Local(LocalType type, LocalType before) {}

    private static Source<Local> locals() {
        return context -> new Source.Cases.Found<>(() -> {
            Set<LocalType> locals = new LinkedHashSet<>();
            types(context, context.corpus("lean").orElseThrow())
                    .forEach(item -> item.value()
                            .roles()
                            .forEach(role -> locals.add(CandidateProjection.trans(item.value(), role))));
            List<Case<Local>> cases = new ArrayList<>();
            LocalType last = LocalType.END;
            for (LocalType type : locals) {
                cases.add(new Case<>(json(type).compactText(), new Local(type, last)));
                last = type;
            }
            return cases;
        });
    }

    /** Each projection, against itself and the one before it. */
    private static Findings checks(LeanRunner lean, Case<Local> item) {
        List<Mismatch> mismatches = new ArrayList<>();
        LocalType type = item.value().type;
        JsonValue json = json(type);
        for (LocalType other : List.of(type, item.value().before)) {
            note(
                    mismatches,
                    "subtype",
                    item.id(),
                    lean.checkAsyncSubtype(json, json(other)),
                    AsyncSubtyping.check(type, other, Dialect.REFERENCE).isEmpty());
        }
        note(
                mismatches,
                "orphan_free",
                item.id(),
                lean.checkOrphanFree(json),
                OrphanFreedom.holds(type, Dialect.REFERENCE));
        PracticalFragment fragment = PracticalFragment.of(type);
        note(
                mismatches,
                "fragment",
                item.id(),
                lean.checkRegularPracticalFragment(json),
                new RegularPracticalFragment(
                        fragment.result(),
                        fragment.reachesCommunication(),
                        fragment.wellFormed(),
                        fragment.fullUnfoldHead(),
                        fragment.reason()));
        return Findings.of(1, mismatches);
    }

    private static void note(List<Mismatch> mismatches, String check, String place, Object lean, Object java) {
        if (!lean.equals(java)) {
            mismatches.add(new Mismatch(check, lean.toString(), java.toString(), place));
        }
    }

    /** The verdicts that were published for each pair. */
    private static Findings pair(LeanRunner lean, Case<SortedMap<String, JsonValue>> item) {
        SortedMap<String, JsonValue> pair = item.value();
        if (!(pair.get("async") instanceof JsonValue.Obj(var async))) {
            return Findings.NOTHING;
        }
        JsonValue sub = PairChecks.member(pair, "sub");
        List<Mismatch> mismatches = new ArrayList<>();
        verdict(
                mismatches,
                "subtype",
                item.id(),
                async.get("ok"),
                lean.checkAsyncSubtype(sub, PairChecks.member(pair, "sup")));
        verdict(mismatches, "orphan_free", item.id(), pair.get("orphan_free"), lean.checkOrphanFree(sub));
        return Findings.of(1, mismatches);
    }

    private static void verdict(
            List<Mismatch> mismatches, String check, String place, @Nullable JsonValue published, boolean lean) {
        if (!new JsonValue.Bool(lean).equals(published)) {
            mismatches.add(
                    new Mismatch(check, published == null ? "absent" : published.compactText(), "the contrary", place));
        }
    }

    private static JsonValue json(LocalType type) {
        return TypeCodec.LOCAL.toTree(type);
    }
}
