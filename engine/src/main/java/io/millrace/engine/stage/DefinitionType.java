package io.millrace.engine.stage;

import java.util.function.Supplier;

/**
 * A kind of definitions that inputs can bring.
 *
 * @param name   for messages
 * @param create makes a stage's empty set
 */
public record DefinitionType<D extends Definitions>(String name, Supplier<D> create) {}
