package io.millrace.bench.chain;

import io.millrace.bench.compare.AllocatedBytes;
import io.millrace.bench.compare.Contest;

/** A flow against the same logic written by hand, over the same records. */
final class ChainContest implements Contest {
    private final Title title;
    private final Chain hand;
    private final Chain flow;
    private final Records records = new Records(42);
    private final AllocatedBytes allocated = new AllocatedBytes();

    ChainContest(final String name, final Chain hand, final Chain flow) {
        this.title = new Title("Chain of operators", name, "<= 1.10", "by hand", "flow");
        this.hand = hand;
        this.flow = flow;
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public long operations() {
        return Records.COUNT;
    }

    @Override
    public void prepare() {
        records.stamp();
    }

    @Override
    public long baseline() {
        return time(hand);
    }

    @Override
    public long subject() {
        allocated.start();
        final long nanos = time(flow);
        allocated.stop(Records.COUNT);
        return nanos;
    }

    private long time(final Chain chain) {
        final long start = System.nanoTime();
        chain.onBatch(records.buffer(), 0, records.length());
        return System.nanoTime() - start;
    }

    @Override
    public void warmedUp() {
        allocated.reset();
    }

    @Override
    public void verify() {
        if (!hand.results().equals(flow.results())) {
            throw new IllegalStateException(
                    title.name() + ": different output: by hand " + hand.results() + ", flow " + flow.results());
        }
    }

    @Override
    public String context() {
        return "trades of " + Records.INSTRUMENTS + " instruments in memory, four other flows run first; "
                + allocated.per("record");
    }

    @Override
    public void close() {
        // Memory only.
    }
}
