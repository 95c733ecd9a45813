package io.millrace.operators.guide;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/** Best bid and ask; an item of a user's own. */
public final class Spread {
    public static final ItemType<Spread, Spread> TYPE = ItemType.of("spread", Spread::new, Spread::write, Spread::read);

    private long bid;
    private long ask;

    public void set(final long newBid, final long newAsk) {
        bid = newBid;
        ask = newAsk;
    }

    private static void write(final Spread spread, final FieldWriter out) {
        out.putLong(spread.bid).putLong(spread.ask);
    }

    private static void read(final Spread spread, final FieldReader in) {
        spread.bid = in.takeLong();
        spread.ask = in.takeLong();
    }

    @Override
    public String toString() {
        return bid + "/" + ask;
    }
}
