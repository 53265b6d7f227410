package dev.paritas.machine.isa;

import static dev.paritas.machine.isa.Instr.REG;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** The JSON of every instruction, one row of spec 20 §5 after the other. */
final class InstrCodec {
    private static final Codec<Instr.Send> SEND = ObjectCodec.of("Send", m -> {
        var chan = m.required("chan", REG, Instr.Send::chan);
        var val = m.required("val", REG, Instr.Send::val);
        return in -> new Instr.Send(in.get(chan), in.get(val));
    });
    private static final Codec<Instr.Receive> RECEIVE = ObjectCodec.of("Receive", m -> {
        var chan = m.required("chan", REG, Instr.Receive::chan);
        var dst = m.required("dst", REG, Instr.Receive::dst);
        return in -> new Instr.Receive(in.get(chan), in.get(dst));
    });
    private static final Codec<Instr.Offer> OFFER = ObjectCodec.of("Offer", m -> {
        var chan = m.required("chan", REG, Instr.Offer::chan);
        var label = m.required("label", Codec.STRING, Instr.Offer::label);
        return in -> new Instr.Offer(in.get(chan), in.get(label));
    });
    private static final Codec<Instr.Choose> CHOOSE = ObjectCodec.of("Choose", m -> {
        var chan = m.required("chan", REG, Instr.Choose::chan);
        var table = m.required("table", Codec.listOf(ChooseEntry.CODEC), Instr.Choose::table);
        return in -> new Instr.Choose(in.get(chan), in.get(table));
    });
    private static final Codec<Instr.Open> OPEN = ObjectCodec.of("Open", m -> {
        var roles = m.required("roles", Codec.listOf(Codec.STRING), Instr.Open::roles);
        var localTypes = m.required("local_types", Codec.listOf(RoleType.CODEC), Instr.Open::localTypes);
        var handlers = m.required("handlers", Codec.listOf(EdgeHandler.CODEC), Instr.Open::handlers);
        var dsts = m.required("dsts", Codec.listOf(RoleRegister.CODEC), Instr.Open::dsts);
        return in -> new Instr.Open(in.get(roles), in.get(localTypes), in.get(handlers), in.get(dsts));
    });
    private static final Codec<Instr.Close> CLOSE = ObjectCodec.of("Close", m -> {
        var session = m.required("session", REG, Instr.Close::session);
        return in -> new Instr.Close(in.get(session));
    });
    private static final Codec<Instr.Invoke> INVOKE = ObjectCodec.of("Invoke", m -> {
        var action = m.required("action", InvokeAction.CODEC, Instr.Invoke::action);
        return in -> new Instr.Invoke(in.get(action));
    });
    private static final Codec<Instr.Acquire> ACQUIRE = ObjectCodec.of("Acquire", m -> {
        var layer = m.required("layer", Codec.STRING, Instr.Acquire::layer);
        var dst = m.required("dst", REG, Instr.Acquire::dst);
        return in -> new Instr.Acquire(in.get(layer), in.get(dst));
    });
    private static final Codec<Instr.Release> RELEASE = ObjectCodec.of("Release", m -> {
        var layer = m.required("layer", Codec.STRING, Instr.Release::layer);
        var evidence = m.required("evidence", REG, Instr.Release::evidence);
        return in -> new Instr.Release(in.get(layer), in.get(evidence));
    });
    private static final Codec<Instr.Fork> FORK = ObjectCodec.of("Fork", m -> {
        var ghost = m.required("ghost", REG, Instr.Fork::ghost);
        return in -> new Instr.Fork(in.get(ghost));
    });
    private static final Codec<Instr.Transfer> TRANSFER = ObjectCodec.of("Transfer", m -> {
        var endpoint = m.required("endpoint", REG, Instr.Transfer::endpoint);
        var target = m.required("target", REG, Instr.Transfer::target);
        var bundle = m.required("bundle", REG, Instr.Transfer::bundle);
        return in -> new Instr.Transfer(in.get(endpoint), in.get(target), in.get(bundle));
    });
    private static final Codec<Instr.Tag> TAG = ObjectCodec.of("Tag", m -> {
        var fact = m.required("fact", REG, Instr.Tag::fact);
        var dst = m.required("dst", REG, Instr.Tag::dst);
        return in -> new Instr.Tag(in.get(fact), in.get(dst));
    });
    private static final Codec<Instr.Check> CHECK = ObjectCodec.of("Check", m -> {
        var knowledge = m.required("knowledge", REG, Instr.Check::knowledge);
        var target = m.required("target", REG, Instr.Check::target);
        var dst = m.required("dst", REG, Instr.Check::dst);
        return in -> new Instr.Check(in.get(knowledge), in.get(target), in.get(dst));
    });
    private static final Codec<Instr.Set> SET = ObjectCodec.of("Set", m -> {
        var dst = m.required("dst", REG, Instr.Set::dst);
        var val = m.required("val", ImmValue.CODEC, Instr.Set::val);
        return in -> new Instr.Set(in.get(dst), in.get(val));
    });
    private static final Codec<Instr.Move> MOVE = ObjectCodec.of("Move", m -> {
        var dst = m.required("dst", REG, Instr.Move::dst);
        var src = m.required("src", REG, Instr.Move::src);
        return in -> new Instr.Move(in.get(dst), in.get(src));
    });
    private static final Codec<Instr.Jump> JUMP = ObjectCodec.of("Jump", m -> {
        var target = m.required("target", Codec.U64, Instr.Jump::target);
        return in -> new Instr.Jump(in.get(target));
    });
    private static final Codec<Instr.Spawn> SPAWN = ObjectCodec.of("Spawn", m -> {
        var target = m.required("target", Codec.U64, Instr.Spawn::target);
        var args = m.required("args", Codec.listOf(REG), Instr.Spawn::args);
        return in -> new Instr.Spawn(in.get(target), in.get(args));
    });

    static final Codec<Instr> INSTANCE = TaggedCodec.<Instr>named("Instr")
            .variant("Send", Instr.Send.class, SEND)
            .variant("Receive", Instr.Receive.class, RECEIVE)
            .variant("Offer", Instr.Offer.class, OFFER)
            .variant("Choose", Instr.Choose.class, CHOOSE)
            .variant("Open", Instr.Open.class, OPEN)
            .variant("Close", Instr.Close.class, CLOSE)
            .variant("Invoke", Instr.Invoke.class, INVOKE)
            .variant("Acquire", Instr.Acquire.class, ACQUIRE)
            .variant("Release", Instr.Release.class, RELEASE)
            .variant("Fork", Instr.Fork.class, FORK)
            .constant("Join", new Instr.Join())
            .constant("Abort", new Instr.Abort())
            .variant("Transfer", Instr.Transfer.class, TRANSFER)
            .variant("Tag", Instr.Tag.class, TAG)
            .variant("Check", Instr.Check.class, CHECK)
            .variant("Set", Instr.Set.class, SET)
            .variant("Move", Instr.Move.class, MOVE)
            .variant("Jump", Instr.Jump.class, JUMP)
            .variant("Spawn", Instr.Spawn.class, SPAWN)
            .constant("Yield", new Instr.Yield())
            .constant("Halt", new Instr.Halt())
            .build();

    private InstrCodec() {}
}
