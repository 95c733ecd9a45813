package io.millrace.bench.peers.flink;

import io.millrace.bench.peers.job.Tick;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Gives the trades in memory: the least that a source of Flink can do. */
final class TickSource implements Source<Tick, TickSource.NoSplit, Integer> {
    private static final long serialVersionUID = 1;

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<Tick, NoSplit> createReader(final SourceReaderContext context) {
        return new TickReader();
    }

    @Override
    public SplitEnumerator<NoSplit, Integer> createEnumerator(final SplitEnumeratorContext<NoSplit> context) {
        return new NoSplits();
    }

    @Override
    public SplitEnumerator<NoSplit, Integer> restoreEnumerator(
            final SplitEnumeratorContext<NoSplit> context, final Integer checkpoint) {
        return new NoSplits();
    }

    @Override
    public SimpleVersionedSerializer<NoSplit> getSplitSerializer() {
        return new Never<>();
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        return new Never<>();
    }

    /** There are none: the one reader has all trades. */
    static final class NoSplit implements SourceSplit {
        @Override
        public String splitId() {
            return "all";
        }
    }

    private static final class NoSplits implements SplitEnumerator<NoSplit, Integer> {
        @Override
        public void start() {
            // Nothing to deal out.
        }

        @Override
        public void handleSplitRequest(final int subtask, final String host) {
            // Nothing to deal out.
        }

        @Override
        public void addSplitsBack(final List<NoSplit> splits, final int subtask) {
            // Nothing was dealt out.
        }

        @Override
        public void addReader(final int subtask) {
            // It has all it needs.
        }

        @Override
        public Integer snapshotState(final long checkpoint) {
            return 0;
        }

        @Override
        public void close() {
            // Memory only.
        }
    }

    /** Nothing is ever written: there are no splits and no checkpoints. */
    private static final class Never<T> implements SimpleVersionedSerializer<T> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(final T value) {
            return new byte[0];
        }

        @Override
        public T deserialize(final int version, final byte[] bytes) {
            throw new UnsupportedOperationException("there are no checkpoints");
        }
    }
}
