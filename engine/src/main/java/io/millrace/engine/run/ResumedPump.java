package io.millrace.engine.run;

import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.InputPlaces;
import io.millrace.engine.loop.Pump;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.ResumableLog;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * First what was journaled, from a snapshot on; then, when all stages have worked on that, the sources.
 *
 * <pre>
 *   snapshot ─▶ rest of the journal ─▶ LIVE (all stages) ─▶ new session ─▶ RESUMED ─▶ sources
 * </pre>
 *
 * A journal whose inputs have all ended is worked on to its end, and nothing follows.
 *
 * <p>Thread: the ingress thread. Allocation: when it goes live. Deterministic: yes.
 */
final class ResumedPump implements Pump {
    private final ResumableLog log;
    private final LongConsumer goLive;
    private final BiFunction<InputLog, Beginning, Pump> sources;
    private final AtomicCounter recovered;
    private final InputLogReader reader;
    private final InputPlaces places;
    private long next;
    private Pump live;

    /**
     * @param log       closed with the pump
     * @param snapshot  where to begin, or null for the first record
     * @param inputs    number of inputs of the flow
     * @param goLive    returns when all stages are live; told the number of the next record
     * @param sources   opens them
     * @param recovered counts records that are worked on again
     */
    ResumedPump(
            final ResumableLog log,
            final Snapshot snapshot,
            final int inputs,
            final LongConsumer goLive,
            final BiFunction<InputLog, Beginning, Pump> sources,
            final AtomicCounter recovered) {
        this.log = log;
        this.goLive = goLive;
        this.sources = sources;
        this.recovered = recovered;
        this.places = snapshot == null ? new InputPlaces(inputs) : snapshot.places();
        this.next = snapshot == null ? 0 : snapshot.inputSeq() + 1;
        this.reader = log.read(next);
    }

    @Override
    public int poll(final BatchTarget target) {
        if (live != null) {
            return live.poll(target);
        }
        if (reader.next()) {
            places.scan(reader.buffer(), reader.offset(), reader.length());
            target.onBatch(reader.buffer(), reader.offset(), reader.length());
            next += reader.count();
            recovered.getAndAddRelease(reader.count());
            return reader.count();
        }
        if (!places.isComplete()) {
            goLive(target);
        }
        return 1;
    }

    private void goLive(final BatchTarget target) {
        goLive.accept(next);
        final Beginning beginning = new Beginning(next, places);
        final InputLog appended = log.resume(next);
        try {
            live = sources.apply(appended, beginning);
        } finally {
            if (live == null) {
                appended.close();
            }
        }
        if (beginning.resumes()) {
            live.resume(target);
        }
    }

    @Override
    public boolean ended() {
        return live == null ? places.isComplete() : live.ended();
    }

    @Override
    public boolean sawEndOfInput() {
        return live == null ? places.isComplete() : live.sawEndOfInput();
    }

    @Override
    public void stop(final BatchTarget target) {
        if (live != null) {
            live.stop(target);
        }
    }

    @Override
    public void close() {
        try (log;
                reader) {
            if (live != null) {
                live.close();
            }
        }
    }
}
