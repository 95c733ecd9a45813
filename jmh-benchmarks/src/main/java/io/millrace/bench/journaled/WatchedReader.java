package io.millrace.bench.journaled;

import io.millrace.engine.spi.InputLogReader;
import org.agrona.concurrent.UnsafeBuffer;

/** A reader whose watch runs from the first batch to the moment when the last one has been worked on. */
final class WatchedReader implements InputLogReader {
    private final InputLogReader reader;
    private final StopWatch watch;
    private final long records;
    private boolean started;

    WatchedReader(final InputLogReader reader, final StopWatch watch, final long records) {
        this.reader = reader;
        this.watch = watch;
        this.records = records;
    }

    @Override
    public boolean next() {
        if (!started) {
            started = true;
            watch.start();
        }
        return reader.next();
    }

    @Override
    public UnsafeBuffer buffer() {
        return reader.buffer();
    }

    @Override
    public int offset() {
        return reader.offset();
    }

    @Override
    public int length() {
        return reader.length();
    }

    @Override
    public void close() {
        watch.stop(records);
        reader.close();
    }
}
