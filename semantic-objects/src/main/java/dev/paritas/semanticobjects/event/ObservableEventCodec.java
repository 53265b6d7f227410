package dev.paritas.semanticobjects.event;

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
        return ObjectCodec.of("ObservableEventSent", m -> {
            var tick = m.required("tick", Codec.U64, Sent::tick);
            var edge = m.required("edge", Edge.CODEC, Sent::edge);
            var session = m.required("session", Codec.U64, Sent::session);
            var from = m.required("from", Codec.STRING, Sent::from);
            var to = m.required("to", Codec.STRING, Sent::to);
            var label = m.required("label", Codec.STRING, Sent::label);
            return in -> new Sent(in.get(tick), in.get(edge), in.get(session), in.get(from), in.get(to), in.get(label));
        });
    }

    private static Codec<Received> received() {
        return ObjectCodec.of("ObservableEventReceived", m -> {
            var tick = m.required("tick", Codec.U64, Received::tick);
            var edge = m.required("edge", Edge.CODEC, Received::edge);
            var session = m.required("session", Codec.U64, Received::session);
            var from = m.required("from", Codec.STRING, Received::from);
            var to = m.required("to", Codec.STRING, Received::to);
            var label = m.required("label", Codec.STRING, Received::label);
            return in ->
                    new Received(in.get(tick), in.get(edge), in.get(session), in.get(from), in.get(to), in.get(label));
        });
    }

    private static Codec<Offered> offered() {
        return ObjectCodec.of("ObservableEventOffered", m -> {
            var tick = m.required("tick", Codec.U64, Offered::tick);
            var edge = m.required("edge", Edge.CODEC, Offered::edge);
            var label = m.required("label", Codec.STRING, Offered::label);
            return in -> new Offered(in.get(tick), in.get(edge), in.get(label));
        });
    }

    private static Codec<Chose> chose() {
        return ObjectCodec.of("ObservableEventChose", m -> {
            var tick = m.required("tick", Codec.U64, Chose::tick);
            var edge = m.required("edge", Edge.CODEC, Chose::edge);
            var label = m.required("label", Codec.STRING, Chose::label);
            return in -> new Chose(in.get(tick), in.get(edge), in.get(label));
        });
    }

    private static Codec<Opened> opened() {
        return ObjectCodec.of("ObservableEventOpened", m -> {
            var tick = m.required("tick", Codec.U64, Opened::tick);
            var session = m.required("session", Codec.U64, Opened::session);
            var roles = m.required("roles", Codec.listOf(Codec.STRING), Opened::roles);
            return in -> new Opened(in.get(tick), in.get(session), in.get(roles));
        });
    }

    private static Codec<Closed> closed() {
        return ObjectCodec.of("ObservableEventClosed", m -> {
            var tick = m.required("tick", Codec.U64, Closed::tick);
            var session = m.required("session", Codec.U64, Closed::session);
            return in -> new Closed(in.get(tick), in.get(session));
        });
    }

    private static Codec<EpochAdvanced> epochAdvanced() {
        return ObjectCodec.of("ObservableEventEpochAdvanced", m -> {
            var tick = m.required("tick", Codec.U64, EpochAdvanced::tick);
            var sid = m.required("sid", Codec.U64, EpochAdvanced::sid);
            var epoch = m.required("epoch", Codec.U64, EpochAdvanced::epoch);
            return in -> new EpochAdvanced(in.get(tick), in.get(sid), in.get(epoch));
        });
    }

    private static Codec<Halted> halted() {
        return ObjectCodec.of("ObservableEventHalted", m -> {
            var tick = m.required("tick", Codec.U64, Halted::tick);
            var coroId = m.required("coro_id", Codec.U64, Halted::coroId);
            return in -> new Halted(in.get(tick), in.get(coroId));
        });
    }

    private static Codec<Invoked> invoked() {
        return ObjectCodec.of("ObservableEventInvoked", m -> {
            var tick = m.required("tick", Codec.U64, Invoked::tick);
            var coroId = m.required("coro_id", Codec.U64, Invoked::coroId);
            var role = m.required("role", Codec.STRING, Invoked::role);
            return in -> new Invoked(in.get(tick), in.get(coroId), in.get(role));
        });
    }

    private static Codec<Acquired> acquired() {
        return ObjectCodec.of("ObservableEventAcquired", m -> {
            var tick = m.required("tick", Codec.U64, Acquired::tick);
            var session = m.required("session", Codec.U64, Acquired::session);
            var role = m.required("role", Codec.STRING, Acquired::role);
            var layer = m.required("layer", Codec.STRING, Acquired::layer);
            return in -> new Acquired(in.get(tick), in.get(session), in.get(role), in.get(layer));
        });
    }

    private static Codec<Released> released() {
        return ObjectCodec.of("ObservableEventReleased", m -> {
            var tick = m.required("tick", Codec.U64, Released::tick);
            var session = m.required("session", Codec.U64, Released::session);
            var role = m.required("role", Codec.STRING, Released::role);
            var layer = m.required("layer", Codec.STRING, Released::layer);
            return in -> new Released(in.get(tick), in.get(session), in.get(role), in.get(layer));
        });
    }

    private static Codec<Transferred> transferred() {
        return ObjectCodec.of("ObservableEventTransferred", m -> {
            var tick = m.required("tick", Codec.U64, Transferred::tick);
            var session = m.required("session", Codec.U64, Transferred::session);
            var role = m.required("role", Codec.STRING, Transferred::role);
            var from = m.required("from", Codec.U64, Transferred::from);
            var to = m.required("to", Codec.U64, Transferred::to);
            return in -> new Transferred(in.get(tick), in.get(session), in.get(role), in.get(from), in.get(to));
        });
    }

    private static Codec<Forked> forked() {
        return ObjectCodec.of("ObservableEventForked", m -> {
            var tick = m.required("tick", Codec.U64, Forked::tick);
            var session = m.required("session", Codec.U64, Forked::session);
            var ghost = m.required("ghost", Codec.U64, Forked::ghost);
            return in -> new Forked(in.get(tick), in.get(session), in.get(ghost));
        });
    }

    private static Codec<Joined> joined() {
        return ObjectCodec.of("ObservableEventJoined", m -> {
            var tick = m.required("tick", Codec.U64, Joined::tick);
            var session = m.required("session", Codec.U64, Joined::session);
            return in -> new Joined(in.get(tick), in.get(session));
        });
    }

    private static Codec<Aborted> aborted() {
        return ObjectCodec.of("ObservableEventAborted", m -> {
            var tick = m.required("tick", Codec.U64, Aborted::tick);
            var session = m.required("session", Codec.U64, Aborted::session);
            return in -> new Aborted(in.get(tick), in.get(session));
        });
    }

    private static Codec<SessionTerminal> sessionTerminal() {
        return ObjectCodec.of("ObservableEventSessionTerminal", m -> {
            var tick = m.required("tick", Codec.U64, SessionTerminal::tick);
            var session = m.required("session", Codec.U64, SessionTerminal::session);
            var reason = m.required("reason", SessionTerminalReason.CODEC, SessionTerminal::reason);
            return in -> new SessionTerminal(in.get(tick), in.get(session), in.get(reason));
        });
    }

    private static Codec<Tagged> tagged() {
        return ObjectCodec.of("ObservableEventTagged", m -> {
            var tick = m.required("tick", Codec.U64, Tagged::tick);
            var session = m.required("session", Codec.U64, Tagged::session);
            var role = m.required("role", Codec.STRING, Tagged::role);
            var fact = m.required("fact", Codec.STRING, Tagged::fact);
            return in -> new Tagged(in.get(tick), in.get(session), in.get(role), in.get(fact));
        });
    }

    private static Codec<Checked> checked() {
        return ObjectCodec.of("ObservableEventChecked", m -> {
            var tick = m.required("tick", Codec.U64, Checked::tick);
            var session = m.required("session", Codec.U64, Checked::session);
            var role = m.required("role", Codec.STRING, Checked::role);
            var target = m.required("target", Codec.STRING, Checked::target);
            var permitted = m.required("permitted", Codec.BOOL, Checked::permitted);
            return in -> new Checked(in.get(tick), in.get(session), in.get(role), in.get(target), in.get(permitted));
        });
    }

    private static Codec<FailureBranchEntered> failureBranchEntered() {
        return ObjectCodec.of("ObservableEventFailureBranchEntered", m -> {
            var tick = m.required("tick", Codec.U64, FailureBranchEntered::tick);
            var session = m.required("session", Codec.U64, FailureBranchEntered::session);
            var coroId = m.required("coro_id", Codec.U64, FailureBranchEntered::coroId);
            var fault = m.required("fault", Fault.CODEC, FailureBranchEntered::fault);
            return in -> new FailureBranchEntered(in.get(tick), in.get(session), in.get(coroId), in.get(fault));
        });
    }

    private static Codec<TimeoutIssued> timeoutIssued() {
        return ObjectCodec.of("ObservableEventTimeoutIssued", m -> {
            var tick = m.required("tick", Codec.U64, TimeoutIssued::tick);
            var site = m.required("site", Codec.STRING, TimeoutIssued::site);
            var untilTick = m.required("until_tick", Codec.U64, TimeoutIssued::untilTick);
            var witnessId = m.required("witness_id", Codec.U64, TimeoutIssued::witnessId);
            return in -> new TimeoutIssued(in.get(tick), in.get(site), in.get(untilTick), in.get(witnessId));
        });
    }

    private static Codec<CancellationRequested> cancellationRequested() {
        return ObjectCodec.of("ObservableEventCancellationRequested", m -> {
            var tick = m.required("tick", Codec.U64, CancellationRequested::tick);
            var session = m.required("session", Codec.U64, CancellationRequested::session);
            var witnessId = m.required("witness_id", Codec.U64, CancellationRequested::witnessId);
            var ownerId = m.required("owner_id", Codec.STRING, CancellationRequested::ownerId);
            var reason = m.required("reason", TerminalReason.CODEC, CancellationRequested::reason);
            return in -> new CancellationRequested(
                    in.get(tick), in.get(session), in.get(witnessId), in.get(ownerId), in.get(reason));
        });
    }

    private static Codec<Cancelled> cancelled() {
        return ObjectCodec.of("ObservableEventCancelled", m -> {
            var tick = m.required("tick", Codec.U64, Cancelled::tick);
            var session = m.required("session", Codec.U64, Cancelled::session);
            var witnessId = m.required("witness_id", Codec.U64, Cancelled::witnessId);
            var reason = m.required("reason", TerminalReason.CODEC, Cancelled::reason);
            return in -> new Cancelled(in.get(tick), in.get(session), in.get(witnessId), in.get(reason));
        });
    }

    private static Codec<Faulted> faulted() {
        return ObjectCodec.of("ObservableEventFaulted", m -> {
            var tick = m.required("tick", Codec.U64, Faulted::tick);
            var coroId = m.required("coro_id", Codec.U64, Faulted::coroId);
            var fault = m.required("fault", Fault.CODEC, Faulted::fault);
            return in -> new Faulted(in.get(tick), in.get(coroId), in.get(fault));
        });
    }

    private static Codec<OutputConditionChecked> outputConditionChecked() {
        return ObjectCodec.of("ObservableEventOutputConditionChecked", m -> {
            var tick = m.required("tick", Codec.U64, OutputConditionChecked::tick);
            var predicateRef = m.required("predicate_ref", Codec.STRING, OutputConditionChecked::predicateRef);
            var witnessRef = m.nullable("witness_ref", Codec.STRING, OutputConditionChecked::witnessRef);
            var outputDigest = m.required("output_digest", Codec.STRING, OutputConditionChecked::outputDigest);
            var passed = m.required("passed", Codec.BOOL, OutputConditionChecked::passed);
            return in -> new OutputConditionChecked(
                    in.get(tick), in.get(predicateRef), in.get(witnessRef), in.get(outputDigest), in.get(passed));
        });
    }
}
