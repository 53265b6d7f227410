package dev.paritas.app.command;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.LabelHandler;
import dev.paritas.machine.effect.PassThroughHandler;
import java.util.List;
import picocli.CommandLine.Option;

/** What the machine's host does in a run. */
final class HostOptions {
    /** What messages carry. */
    enum Payloads {
        /** Their label where the receiver branches on it, so that a choice can be told to several roles. */
        LABELS,
        /** Nothing, as in the reference, whose receivers fault over that. */
        UNIT
    }

    @Option(
            names = "--payloads",
            paramLabel = "labels|unit",
            description = {
                "What messages carry: labels (default), where the receiver branches on them,",
                "or unit, as in the reference, where a choice that is told to several roles faults."
            })
    private Payloads payloads = Payloads.LABELS;

    /** {@return the host of one run} */
    EffectHandler handler(List<ChoreographyJson> sessions) {
        return switch (payloads) {
            case LABELS ->
                LabelHandler.of(
                        sessions.stream().map(ChoreographyJson::globalType).toList());
            case UNIT -> new PassThroughHandler();
        };
    }
}
