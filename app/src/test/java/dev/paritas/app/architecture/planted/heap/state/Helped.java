package dev.paritas.app.architecture.planted.heap.state;

import dev.paritas.testsupport.Json;

/** The product leans on what tests share. */
record Helped(Json helper) {}
