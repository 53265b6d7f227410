package dev.paritas.machine.isa;

import static dev.paritas.machine.isa.Instr.REG;
import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.machine.isa.Instr.ChooseEntry;
import dev.paritas.machine.isa.Instr.EdgeHandler;
import dev.paritas.machine.isa.Instr.RoleRegister;
import dev.paritas.machine.isa.Instr.RoleType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** The JSON of every instruction, one row of spec 20 §5 after the other. */
final class InstrCodec {
    private static final Codec<Instr.Send> SEND = ObjectCodec.of(
            "Send", field("chan", REG, Instr.Send::chan), field("val", REG, Instr.Send::val), Instr.Send::new);
    private static final Codec<Instr.Receive> RECEIVE = ObjectCodec.of(
            "Receive",
            field("chan", REG, Instr.Receive::chan),
            field("dst", REG, Instr.Receive::dst),
            Instr.Receive::new);
    private static final Codec<Instr.Offer> OFFER = ObjectCodec.of(
            "Offer",
            field("chan", REG, Instr.Offer::chan),
            field("label", Codec.STRING, Instr.Offer::label),
            Instr.Offer::new);
    private static final Codec<Instr.Choose> CHOOSE = ObjectCodec.of(
            "Choose",
            field("chan", REG, Instr.Choose::chan),
            field("table", Codec.listOf(ChooseEntry.CODEC), Instr.Choose::table),
            Instr.Choose::new);
    private static final Codec<Instr.Open> OPEN = ObjectCodec.of(
            "Open",
            field("roles", Codec.listOf(Codec.STRING), Instr.Open::roles),
            field("local_types", Codec.listOf(RoleType.CODEC), Instr.Open::localTypes),
            field("handlers", Codec.listOf(EdgeHandler.CODEC), Instr.Open::handlers),
            field("dsts", Codec.listOf(RoleRegister.CODEC), Instr.Open::dsts),
            Instr.Open::new);
    private static final Codec<Instr.Close> CLOSE =
            ObjectCodec.of("Close", field("session", REG, Instr.Close::session), Instr.Close::new);
    private static final Codec<Instr.Invoke> INVOKE =
            ObjectCodec.of("Invoke", field("action", InvokeAction.CODEC, Instr.Invoke::action), Instr.Invoke::new);
    private static final Codec<Instr.Acquire> ACQUIRE = ObjectCodec.of(
            "Acquire",
            field("layer", Codec.STRING, Instr.Acquire::layer),
            field("dst", REG, Instr.Acquire::dst),
            Instr.Acquire::new);
    private static final Codec<Instr.Release> RELEASE = ObjectCodec.of(
            "Release",
            field("layer", Codec.STRING, Instr.Release::layer),
            field("evidence", REG, Instr.Release::evidence),
            Instr.Release::new);
    private static final Codec<Instr.Fork> FORK =
            ObjectCodec.of("Fork", field("ghost", REG, Instr.Fork::ghost), Instr.Fork::new);
    private static final Codec<Instr.Transfer> TRANSFER = ObjectCodec.of(
            "Transfer",
            field("endpoint", REG, Instr.Transfer::endpoint),
            field("target", REG, Instr.Transfer::target),
            field("bundle", REG, Instr.Transfer::bundle),
            Instr.Transfer::new);
    private static final Codec<Instr.Tag> TAG = ObjectCodec.of(
            "Tag", field("fact", REG, Instr.Tag::fact), field("dst", REG, Instr.Tag::dst), Instr.Tag::new);
    private static final Codec<Instr.Check> CHECK = ObjectCodec.of(
            "Check",
            field("knowledge", REG, Instr.Check::knowledge),
            field("target", REG, Instr.Check::target),
            field("dst", REG, Instr.Check::dst),
            Instr.Check::new);
    private static final Codec<Instr.Set> SET = ObjectCodec.of(
            "Set", field("dst", REG, Instr.Set::dst), field("val", ImmValue.CODEC, Instr.Set::val), Instr.Set::new);
    private static final Codec<Instr.Move> MOVE = ObjectCodec.of(
            "Move", field("dst", REG, Instr.Move::dst), field("src", REG, Instr.Move::src), Instr.Move::new);
    private static final Codec<Instr.Jump> JUMP =
            ObjectCodec.of("Jump", field("target", Codec.U64, Instr.Jump::target), Instr.Jump::new);
    private static final Codec<Instr.Spawn> SPAWN = ObjectCodec.of(
            "Spawn",
            field("target", Codec.U64, Instr.Spawn::target),
            field("args", Codec.listOf(REG), Instr.Spawn::args),
            Instr.Spawn::new);

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
