package io.millrace.operators.lookup;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.support.LiveFeed;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.StageRig;

/** An enriching step whose surroundings make no garbage either. */
final class QuietRig {
    /** Items in a round. */
    static final int ITEMS = 400;

    private static final ItemType<Probe, Probe> TYPE = Probe.TYPE;
    private static final int LOOKUPS = 40;

    private final Probe item = new Probe();
    private final StringBuilder text = new StringBuilder();
    private final StageRig rig;
    private long time;
    private long requests;
    private long answered;
    private long given;

    /** @param asksForText whether a request is a text or a number */
    QuietRig(final boolean asksForText) {
        final LiveFeed feed = new LiveFeed();
        final Lookup<Probe> lookup = Lookup.in(new Origin<>(feed, "answers", TYPE, null))
                .capacity(30)
                .maxInFlight(4);
        final Request<Probe> request = asksForText ? Request.text(this::text) : Request.number(probe -> probe.key);
        rig = new StageRig(
                flow -> flow.input("in", new Origin<>(feed, "items", TYPE, null))
                        .keyBy("key", probe -> probe.value % 5)
                        .enrichCached("enrich", request, lookup, TYPE, QuietRig::enrich)
                        .inspect("out", probe -> given++),
                true,
                false,
                (id, bytes, length) -> requests++);
    }

    private CharSequence text(final Probe probe) {
        text.setLength(0);
        return text.append("instrument number ").append(probe.key);
    }

    private static void enrich(final Probe item, final Probe answer, final Probe enriched) {
        enriched.set(item);
        enriched.count += answer.value;
    }

    void round() {
        for (int i = 0; i < ITEMS; i++) {
            item.value = i;
            item.key = i / 2 * 7L % LOOKUPS;
            rig.data(time++, 0, TYPE, item);
            if (i % 7 == 0) {
                answerAll();
            }
        }
        answerAll();
    }

    private void answerAll() {
        while (answered < requests) {
            item.value = answered;
            rig.answer(time++, 1, answered++, TYPE, item);
        }
    }

    long requests() {
        return requests;
    }

    long given() {
        return given;
    }
}
