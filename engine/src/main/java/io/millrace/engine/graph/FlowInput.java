package io.millrace.engine.graph;

import io.millrace.engine.spi.Origin;

/**
 * An input of a flow.
 *
 * @param index  its number in records
 * @param name   id of its step
 * @param origin where its items come from
 */
public record FlowInput(int index, String name, Origin<?> origin) {}
