package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.tape.EffectTape;
import dev.paritas.machine.tape.RecordingHandler;
import dev.paritas.machine.tape.ReplayHandler;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.testsupport.Checkout;
import org.junit.jupiter.api.Test;

/** Every published case that runs is repeated from the document of its tape (spec 21 §9). */
class CorpusReplayTest {

    @Test
    void each_case_of_the_corpus_is_replayed_exactly() {
        int replayed = 0;
        for (CorpusCase item : Corpus.read(Checkout.CORPUS).cases()) {
            RecordingHandler recorder = new RecordingHandler(new PassThroughHandler());
            SideOutcome recorded = new MachineSide(recorder, RunDetail.OBJECTS).run(item.input());
            if (recorded instanceof SideOutcome.Refused) {
                continue;
            }
            ReplayHandler replayer =
                    new ReplayHandler(EffectTape.read(recorder.tape().toBytes()));
            assertThat(new MachineSide(replayer, RunDetail.OBJECTS).run(item.input()))
                    .as(item.id())
                    .isEqualTo(recorded);
            assertThat(replayer.remaining()).as(item.id()).isZero();
            replayed++;
        }
        assertThat(replayed).isGreaterThan(100);
    }
}
