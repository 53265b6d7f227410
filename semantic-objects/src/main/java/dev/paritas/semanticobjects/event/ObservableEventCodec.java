package dev.paritas.semanticobjects.event;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.event.ObservableEvent.Aborted;
import dev.paritas.semanticobjects.event.ObservableEvent.Acquired;
import dev.paritas.semanticobjects.event.ObservableEvent.CancellationRequested;
import dev.paritas.semanticobjects.event.ObservableEvent.Cancelled;
import dev.paritas.semanticobjects.event.ObservableEvent.Checked;
import dev.paritas.semanticobjects.event.ObservableEvent.Chose;
import dev.paritas.semanticobjects.event.ObservableEvent.Closed;
import dev.paritas.semanticobjects.event.ObservableEvent.EpochAdvanced;
import dev.paritas.semanticobjects.event.ObservableEvent.FailureBranchEntered;
import dev.paritas.semanticobjects.event.ObservableEvent.Faulted;
import dev.paritas.semanticobjects.event.ObservableEvent.Forked;
import dev.paritas.semanticobjects.event.ObservableEvent.Halted;
import dev.paritas.semanticobjects.event.ObservableEvent.Invoked;
import dev.paritas.semanticobjects.event.ObservableEvent.Joined;
import dev.paritas.semanticobjects.event.ObservableEvent.Offered;
import dev.paritas.semanticobjects.event.ObservableEvent.Opened;
import dev.paritas.semanticobjects.event.ObservableEvent.OutputConditionChecked;
import dev.paritas.semanticobjects.event.ObservableEvent.Received;
import dev.paritas.semanticobjects.event.ObservableEvent.Released;
import dev.paritas.semanticobjects.event.ObservableEvent.Sent;
import dev.paritas.semanticobjects.event.ObservableEvent.SessionTerminal;
import dev.paritas.semanticobjects.event.ObservableEvent.Tagged;
import dev.paritas.semanticobjects.event.ObservableEvent.TimeoutIssued;
import dev.paritas.semanticobjects.event.ObservableEvent.Transferred;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.object.TerminalReason;
import dev.paritas.semanticobjects.value.Edge;

/** The external tags and members of every {@link ObservableEvent}. */
final class ObservableEventCodec {
    static final Codec<ObservableEvent> INSTANCE = TaggedCodec.<ObservableEvent>named("ObservableEvent")
            .variant("Sent", Sent.class, sent())
            .variant("Received", Received.class, received())
            .variant("Offered", Offered.class, offered())
            .variant("Chose", Chose.class, chose())
            .variant("Opened", Opened.class, opened())
            .variant("Closed", Closed.class, closed())
            .variant("EpochAdvanced", EpochAdvanced.class, epochAdvanced())
            .variant("Halted", Halted.class, halted())
            .variant("Invoked", Invoked.class, invoked())
            .variant("Acquired", Acquired.class, acquired())
            .variant("Released", Released.class, released())
            .variant("Transferred", Transferred.class, transferred())
            .variant("Forked", Forked.class, forked())
            .variant("Joined", Joined.class, joined())
            .variant("Aborted", Aborted.class, aborted())
            .variant("SessionTerminal", SessionTerminal.class, sessionTerminal())
            .variant("Tagged", Tagged.class, tagged())
            .variant("Checked", Checked.class, checked())
            .variant("FailureBranchEntered", FailureBranchEntered.class, failureBranchEntered())
            .variant("TimeoutIssued", TimeoutIssued.class, timeoutIssued())
            .variant("CancellationRequested", CancellationRequested.class, cancellationRequested())
            .variant("Cancelled", Cancelled.class, cancelled())
            .variant("Faulted", Faulted.class, faulted())
            .variant("OutputConditionChecked", OutputConditionChecked.class, outputConditionChecked())
            .build();

    private ObservableEventCodec() {}

    private static Codec<Sent> sent() {
        return ObjectCodec.of(
                "ObservableEventSent",
                field("tick", Codec.U64, Sent::tick),
                field("edge", Edge.CODEC, Sent::edge),
                field("session", Codec.U64, Sent::session),
                field("from", Codec.STRING, Sent::from),
                field("to", Codec.STRING, Sent::to),
                field("label", Codec.STRING, Sent::label),
                Sent::new);
    }

    private static Codec<Received> received() {
        return ObjectCodec.of(
                "ObservableEventReceived",
                field("tick", Codec.U64, Received::tick),
                field("edge", Edge.CODEC, Received::edge),
                field("session", Codec.U64, Received::session),
                field("from", Codec.STRING, Received::from),
                field("to", Codec.STRING, Received::to),
                field("label", Codec.STRING, Received::label),
                Received::new);
    }

    private static Codec<Offered> offered() {
        return ObjectCodec.of(
                "ObservableEventOffered",
                field("tick", Codec.U64, Offered::tick),
                field("edge", Edge.CODEC, Offered::edge),
                field("label", Codec.STRING, Offered::label),
                Offered::new);
    }

    private static Codec<Chose> chose() {
        return ObjectCodec.of(
                "ObservableEventChose",
                field("tick", Codec.U64, Chose::tick),
                field("edge", Edge.CODEC, Chose::edge),
                field("label", Codec.STRING, Chose::label),
                Chose::new);
    }

    private static Codec<Opened> opened() {
        return ObjectCodec.of(
                "ObservableEventOpened",
                field("tick", Codec.U64, Opened::tick),
                field("session", Codec.U64, Opened::session),
                field("roles", Codec.listOf(Codec.STRING), Opened::roles),
                Opened::new);
    }

    private static Codec<Closed> closed() {
        return ObjectCodec.of(
                "ObservableEventClosed",
                field("tick", Codec.U64, Closed::tick),
                field("session", Codec.U64, Closed::session),
                Closed::new);
    }

    private static Codec<EpochAdvanced> epochAdvanced() {
        return ObjectCodec.of(
                "ObservableEventEpochAdvanced",
                field("tick", Codec.U64, EpochAdvanced::tick),
                field("sid", Codec.U64, EpochAdvanced::sid),
                field("epoch", Codec.U64, EpochAdvanced::epoch),
                EpochAdvanced::new);
    }

    private static Codec<Halted> halted() {
        return ObjectCodec.of(
                "ObservableEventHalted",
                field("tick", Codec.U64, Halted::tick),
                field("coro_id", Codec.U64, Halted::coroId),
                Halted::new);
    }

    private static Codec<Invoked> invoked() {
        return ObjectCodec.of(
                "ObservableEventInvoked",
                field("tick", Codec.U64, Invoked::tick),
                field("coro_id", Codec.U64, Invoked::coroId),
                field("role", Codec.STRING, Invoked::role),
                Invoked::new);
    }

    private static Codec<Acquired> acquired() {
        return ObjectCodec.of(
                "ObservableEventAcquired",
                field("tick", Codec.U64, Acquired::tick),
                field("session", Codec.U64, Acquired::session),
                field("role", Codec.STRING, Acquired::role),
                field("layer", Codec.STRING, Acquired::layer),
                Acquired::new);
    }

    private static Codec<Released> released() {
        return ObjectCodec.of(
                "ObservableEventReleased",
                field("tick", Codec.U64, Released::tick),
                field("session", Codec.U64, Released::session),
                field("role", Codec.STRING, Released::role),
                field("layer", Codec.STRING, Released::layer),
                Released::new);
    }

    private static Codec<Transferred> transferred() {
        return ObjectCodec.of(
                "ObservableEventTransferred",
                field("tick", Codec.U64, Transferred::tick),
                field("session", Codec.U64, Transferred::session),
                field("role", Codec.STRING, Transferred::role),
                field("from", Codec.U64, Transferred::from),
                field("to", Codec.U64, Transferred::to),
                Transferred::new);
    }

    private static Codec<Forked> forked() {
        return ObjectCodec.of(
                "ObservableEventForked",
                field("tick", Codec.U64, Forked::tick),
                field("session", Codec.U64, Forked::session),
                field("ghost", Codec.U64, Forked::ghost),
                Forked::new);
    }

    private static Codec<Joined> joined() {
        return ObjectCodec.of(
                "ObservableEventJoined",
                field("tick", Codec.U64, Joined::tick),
                field("session", Codec.U64, Joined::session),
                Joined::new);
    }

    private static Codec<Aborted> aborted() {
        return ObjectCodec.of(
                "ObservableEventAborted",
                field("tick", Codec.U64, Aborted::tick),
                field("session", Codec.U64, Aborted::session),
                Aborted::new);
    }

    private static Codec<SessionTerminal> sessionTerminal() {
        return ObjectCodec.of(
                "ObservableEventSessionTerminal",
                field("tick", Codec.U64, SessionTerminal::tick),
                field("session", Codec.U64, SessionTerminal::session),
                field("reason", SessionTerminalReason.CODEC, SessionTerminal::reason),
                SessionTerminal::new);
    }

    private static Codec<Tagged> tagged() {
        return ObjectCodec.of(
                "ObservableEventTagged",
                field("tick", Codec.U64, Tagged::tick),
                field("session", Codec.U64, Tagged::session),
                field("role", Codec.STRING, Tagged::role),
                field("fact", Codec.STRING, Tagged::fact),
                Tagged::new);
    }

    private static Codec<Checked> checked() {
        return ObjectCodec.of(
                "ObservableEventChecked",
                field("tick", Codec.U64, Checked::tick),
                field("session", Codec.U64, Checked::session),
                field("role", Codec.STRING, Checked::role),
                field("target", Codec.STRING, Checked::target),
                field("permitted", Codec.BOOL, Checked::permitted),
                Checked::new);
    }

    private static Codec<FailureBranchEntered> failureBranchEntered() {
        return ObjectCodec.of(
                "ObservableEventFailureBranchEntered",
                field("tick", Codec.U64, FailureBranchEntered::tick),
                field("session", Codec.U64, FailureBranchEntered::session),
                field("coro_id", Codec.U64, FailureBranchEntered::coroId),
                field("fault", Fault.CODEC, FailureBranchEntered::fault),
                FailureBranchEntered::new);
    }

    private static Codec<TimeoutIssued> timeoutIssued() {
        return ObjectCodec.of(
                "ObservableEventTimeoutIssued",
                field("tick", Codec.U64, TimeoutIssued::tick),
                field("site", Codec.STRING, TimeoutIssued::site),
                field("until_tick", Codec.U64, TimeoutIssued::untilTick),
                field("witness_id", Codec.U64, TimeoutIssued::witnessId),
                TimeoutIssued::new);
    }

    private static Codec<CancellationRequested> cancellationRequested() {
        return ObjectCodec.of(
                "ObservableEventCancellationRequested",
                field("tick", Codec.U64, CancellationRequested::tick),
                field("session", Codec.U64, CancellationRequested::session),
                field("witness_id", Codec.U64, CancellationRequested::witnessId),
                field("owner_id", Codec.STRING, CancellationRequested::ownerId),
                field("reason", TerminalReason.CODEC, CancellationRequested::reason),
                CancellationRequested::new);
    }

    private static Codec<Cancelled> cancelled() {
        return ObjectCodec.of(
                "ObservableEventCancelled",
                field("tick", Codec.U64, Cancelled::tick),
                field("session", Codec.U64, Cancelled::session),
                field("witness_id", Codec.U64, Cancelled::witnessId),
                field("reason", TerminalReason.CODEC, Cancelled::reason),
                Cancelled::new);
    }

    private static Codec<Faulted> faulted() {
        return ObjectCodec.of(
                "ObservableEventFaulted",
                field("tick", Codec.U64, Faulted::tick),
                field("coro_id", Codec.U64, Faulted::coroId),
                field("fault", Fault.CODEC, Faulted::fault),
                Faulted::new);
    }

    private static Codec<OutputConditionChecked> outputConditionChecked() {
        return ObjectCodec.of(
                "ObservableEventOutputConditionChecked",
                field("tick", Codec.U64, OutputConditionChecked::tick),
                field("predicate_ref", Codec.STRING, OutputConditionChecked::predicateRef),
                nullable("witness_ref", Codec.STRING, OutputConditionChecked::witnessRef),
                field("output_digest", Codec.STRING, OutputConditionChecked::outputDigest),
                field("passed", Codec.BOOL, OutputConditionChecked::passed),
                OutputConditionChecked::new);
    }
}
