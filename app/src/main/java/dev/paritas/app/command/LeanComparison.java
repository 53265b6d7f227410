package dev.paritas.app.command;

import dev.paritas.bridge.compare.AnswerDifference;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.Comparison;
import dev.paritas.bridge.compare.ComparisonText;
import dev.paritas.bridge.compare.Coverage;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.LeanModel;
import dev.paritas.bridge.compare.ModelAnswer;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.compare.Sides;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.PeerPool;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import java.nio.file.Path;
import java.util.List;

/** One case through the reference dialect and the model, executed by Lean; the whole answers are compared. */
final class LeanComparison {
    private LeanComparison() {}

    /** @param lean the folder of the Lean sources */
    static ComparisonText of(Path lean, CaseInput input) {
        return switch (LeanToolchain.find(lean, System.getenv(), LeanToolchain.MACHINE)) {
            case LeanToolchain.Unavailable none -> text(broken("there is no Lean here: " + none.reason(), List.of()));
            case LeanToolchain.Found found -> compare(found.executable(), input);
        };
    }

    private static ComparisonText compare(Path runner, CaseInput input) {
        RunnerHost host = Hosts.here();
        try (ChildProcesses children = host.children();
                PeerPool pool = Peer.MACHINE.pool(host, runner, 1, SessionLimits.LEAN)) {
            ModelAnswer answer = new LeanModel(pool).answer(input);
            Identity identity = pool.identity();
            if (!identity.implementation().isLeanModel()) {
                return text(broken(
                        "the runner " + runner + " is not the model executed by Lean: it is " + identity.text(),
                        List.of()));
            }
            Side dialect = new DialectSide();
            return text(Comparison.of(
                            AnswerDifference.between(ModelAnswer.of(dialect.run(input)), answer)
                                    .map(AnswerDifference::report),
                            Coverage.of("whole answers", 1, 1, 1)))
                    .between(new Sides(dialect.answerer().identity(), identity));
        } catch (ImplementationException e) {
            return text(broken("asking Lean: " + e.sentence(), e.stderrTail()));
        }
    }

    private static Comparison broken(String stage, List<String> stderrTail) {
        return Comparison.none(new Verdict.Broken(stage, Verdict.Whose.RIGHT, stderrTail));
    }

    private static ComparisonText text(Comparison comparison) {
        return ComparisonText.of(comparison, "reference dialect and Lean model");
    }
}
