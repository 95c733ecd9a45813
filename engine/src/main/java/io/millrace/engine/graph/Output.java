package io.millrace.engine.graph;

import io.millrace.engine.item.Codec;

/**
 * What comes out of a step.
 *
 * @param codec    type of the items, or null if it is not known
 * @param keys     what their keys are
 * @param keepsKey whether each item has the key of the item that it was made from
 */
public record Output(Codec<?> codec, KeyKind keys, boolean keepsKey) {

    /** Items with the keys of the wire that they are made from. */
    public static Output like(final Wire wire, final Codec<?> codec) {
        return new Output(codec, wire.keys(), true);
    }
}
