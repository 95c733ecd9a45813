package io.millrace.bench.peers.jet;

import com.hazelcast.jet.Traverser;
import com.hazelcast.jet.Traversers;
import com.hazelcast.jet.core.AbstractProcessor;
import com.hazelcast.jet.core.EventTimeMapper;
import com.hazelcast.jet.core.EventTimePolicy;
import io.millrace.bench.peers.job.Shared;
import io.millrace.bench.peers.job.Tick;

/** Gives the trades in memory, cooperatively: on the thread of the others. */
final class TickProcessor extends AbstractProcessor {
    private final EventTimeMapper<Tick> times;
    private Traverser<Object> all;

    TickProcessor(final EventTimePolicy<? super Tick> policy) {
        times = new EventTimeMapper<>(policy);
        times.addPartitions(1);
    }

    @Override
    public boolean complete() {
        if (all == null) {
            Shared.begin();
            all = Traversers.traverseArray(Shared.ticks()).flatMap(tick -> times.flatMapEvent(tick, 0, tick.millis));
        }
        return emitFromTraverser(all);
    }
}
