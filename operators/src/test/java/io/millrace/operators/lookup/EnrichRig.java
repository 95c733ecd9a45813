package io.millrace.operators.lookup;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.support.KeyTapOp;
import io.millrace.operators.support.LiveFeed;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.StageRig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An enriching step, and a service that the test plays. An item is a value that asks for a number; what comes out reads
 * {@code key of the stream: value/number/answer}, what is sent {@code id?number}.
 */
final class EnrichRig {
    private static final int ITEMS = 0;
    private static final int ANSWERS = 1;
    private static final LiveFeed FEED = new LiveFeed();

    private final List<String> out = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final Lookup<Probe> lookup;
    private final boolean specialized;
    private final StageRig rig;

    EnrichRig(final Lookup<Probe> lookup, final boolean specialized, final boolean checks) {
        this.lookup = lookup;
        this.specialized = specialized;
        final BiConsumer<String, Probe> tap = (key, probe) -> out.add(key + ": " + probe);
        this.rig = new StageRig(
                flow -> flow.input("in", new Origin<>(FEED, "items", Probe.TYPE, null))
                        .keyByText("key", probe -> "k" + probe.value % 3)
                        .enrichCached(
                                "enrich", Request.number(probe -> probe.key), lookup, Probe.TYPE, EnrichRig::enrich)
                        .operator("tap", OperatorSpec.of(KeyTapOp.class, Scope.STREAM, tap), Probe.TYPE)
                        .inspect("out", probe -> {}),
                specialized,
                checks,
                (id, request, length) -> sent.add(id + "?" + Codecs.INT64.decode(request, 0, length, null)));
    }

    static EnrichRig of(final Lookup<Probe> lookup) {
        return new EnrichRig(lookup, false, true);
    }

    /** Where answers of a service come from. */
    static Lookup<Probe> service() {
        return Lookup.in(new Origin<>(FEED, "answers", Probe.TYPE, null));
    }

    private static void enrich(final Probe item, final Probe answer, final Probe enriched) {
        enriched.value = item.value;
        enriched.key = item.key;
        enriched.count = answer.value;
    }

    /** An item that asks for a number. */
    EnrichRig item(final long time, final long value, final long number) {
        final Probe item = Probe.of(value);
        item.key = number;
        rig.data(time, ITEMS, Probe.TYPE, item);
        return this;
    }

    /** The service's answer. */
    EnrichRig answer(final long time, final long id, final long answer) {
        rig.answer(time, ANSWERS, id, Probe.TYPE, Probe.of(answer));
        return this;
    }

    void end(final long time) {
        rig.end(time);
    }

    List<String> out() {
        return out;
    }

    List<String> sent() {
        return sent;
    }

    UnsafeBuffer state() {
        return rig.state();
    }

    void reset() {
        rig.reset();
    }

    String obstacles() {
        return rig.obstacles();
    }

    void goLive() {
        rig.goLive();
    }

    /** A new rig with the state of this one, which has sent and given nothing yet. */
    EnrichRig restored() {
        final EnrichRig other = new EnrichRig(lookup, specialized, true);
        other.rig.restore(state());
        return other;
    }
}
