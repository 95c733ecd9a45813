package io.millrace.operators.support;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/** A text that a step remembers. */
public final class Memo {
    public static final ItemType<Memo, Memo> TYPE = ItemType.of("memo", Memo::new, Memo::write, Memo::read);

    public String text = "";

    private static void write(final Memo memo, final FieldWriter out) {
        out.putText(memo.text);
    }

    private static void read(final Memo memo, final FieldReader in) {
        memo.text = in.takeText();
    }

    @Override
    public String toString() {
        return text;
    }
}
