package io.millrace.engine.graph;

import io.millrace.engine.item.Codec;

/**
 * What comes out of a step.
 *
 * @param name     what it is called, such as {@code matched}
 * @param codec    type of the items, or null if it is not known
 * @param keys     what their keys are
 * @param keepsKey whether each item has the key of the item that it was made from
 */
public record Output(String name, Codec<?> codec, KeyKind keys, boolean keepsKey) {
    /** Name of the only output of a step. */
    public static final String ALONE = "out";

    /** The output of a step without an operator; its wire tells the rest. */
    static final Output ONLY = new Output(ALONE, null, KeyKind.NONE, false);

    /** The only output of a step: items with the keys of the wire that they are made from. */
    public static Output like(final Wire wire, final Codec<?> codec) {
        return like(ALONE, wire, codec);
    }

    /** Items with the keys of the wire that they are made from. */
    public static Output like(final String name, final Wire wire, final Codec<?> codec) {
        return new Output(name, codec, wire.keys(), true);
    }
}
