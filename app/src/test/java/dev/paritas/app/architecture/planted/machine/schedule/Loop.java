package dev.paritas.app.architecture.planted.machine.schedule;

import java.lang.reflect.Method;

/** Finds its work by reflection. */
public record Loop(Method body) {}
