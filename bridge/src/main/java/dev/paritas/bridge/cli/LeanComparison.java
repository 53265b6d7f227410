package dev.paritas.bridge.cli;

import dev.paritas.bridge.Identity;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.lean.AnswerDifference;
import dev.paritas.bridge.lean.LeanModel;
import dev.paritas.bridge.lean.LeanToolchain;
import dev.paritas.bridge.lean.ModelAnswer;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.runner.RunnerHost;
import dev.paritas.bridge.runner.RunnerPool;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One case through the reference dialect and the model, executed by Lean; the whole answers are compared. */
final class LeanComparison {
    private LeanComparison() {}

    /** @param lean the folder of the Lean sources */
    static VerdictText of(Path lean, CaseInput input) {
        return switch (LeanToolchain.find(lean, System.getenv(), LeanToolchain.MACHINE)) {
            case LeanToolchain.Unavailable none ->
                text(new Verdict.Broken("there is no Lean here: " + none.reason(), List.of()));
            case LeanToolchain.Found found -> text(verdict(found.executable(), input));
        };
    }

    private static Verdict verdict(Path runner, CaseInput input) {
        RunnerHost host = Hosts.here();
        try (ChildProcesses children = host.children();
                RunnerPool pool = RunnerPool.machine(host, runner, 1, SessionLimits.LEAN)) {
            ModelAnswer answer = new LeanModel(pool).answer(input);
            Identity identity = pool.identity();
            if (!identity.implementation().isLeanModel()) {
                return new Verdict.Broken(
                        "the runner " + runner + " is not the model executed by Lean: it is " + identity.text(),
                        List.of());
            }
            return AnswerDifference.between(ModelAnswer.of(new DialectSide().run(input)), answer)
                    .<Verdict>map(difference -> new Verdict.Diverge(difference.report()))
                    .orElse(new Verdict.Agree());
        } catch (ChildException e) {
            return new Verdict.Broken(
                    "asking Lean: " + e.getMessage(), e.stderrTail().lines().toList());
        }
    }

    private static VerdictText text(Verdict verdict) {
        return new VerdictText(
                verdict, "reference dialect and Lean model", List.of(), VerdictText.NOTHING, Optional.empty());
    }
}
