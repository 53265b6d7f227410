package dev.paritas.bridge.architecture.planted.machine.scheduler;

import java.lang.reflect.Method;

/** Finds its work by reflection. */
public record Loop(Method body) {}
