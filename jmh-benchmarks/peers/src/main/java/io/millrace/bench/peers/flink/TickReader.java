package io.millrace.bench.peers.flink;

import io.millrace.bench.peers.job.Shared;
import io.millrace.bench.peers.job.Tick;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Gives some trades each time it is asked, which is quicker than one. */
final class TickReader implements SourceReader<Tick, TickSource.NoSplit> {
    private static final int AT_ONCE = 128;

    private final Tick[] ticks = Shared.ticks();
    private int next;

    @Override
    public void start() {
        // The trades are there.
    }

    @Override
    public InputStatus pollNext(final ReaderOutput<Tick> output) {
        if (next == 0) {
            Shared.begin();
        }
        final int end = Math.min(ticks.length, next + AT_ONCE);
        while (next < end) {
            final Tick tick = ticks[next++];
            output.collect(tick, tick.millis);
        }
        return next < ticks.length ? InputStatus.MORE_AVAILABLE : InputStatus.END_OF_INPUT;
    }

    @Override
    public List<TickSource.NoSplit> snapshotState(final long checkpoint) {
        return List.of();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void addSplits(final List<TickSource.NoSplit> splits) {
        // There are none.
    }

    @Override
    public void notifyNoMoreSplits() {
        // There are none.
    }

    @Override
    public void close() {
        // Memory only.
    }
}
