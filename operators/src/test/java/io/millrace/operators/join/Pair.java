package io.millrace.operators.join;

import io.millrace.engine.item.ItemType;

/** An item for tests that shows what it was filled with. */
final class Pair {
    static final ItemType<Pair, Pair> TYPE = ItemType.of(
            "pair", Pair::new, (pair, out) -> out.putText(pair.text), (pair, in) -> pair.text = in.takeText());

    String text = "";

    @Override
    public String toString() {
        return text;
    }
}
