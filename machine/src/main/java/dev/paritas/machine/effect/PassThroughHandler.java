package dev.paritas.machine.effect;

/** The plain handler: delivers every payload, lets everything succeed, changes nothing. */
public final class PassThroughHandler implements EffectHandler {}
