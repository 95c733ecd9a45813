package io.millrace.bench.decode;

import io.millrace.bench.compare.AllocatedBytes;
import io.millrace.bench.compare.Contest;

/**
 * From the bytes of a frame to the published best bid and offer: decoder, book and compiled flow, against Jackson's streaming
 * parser and books of sorted maps. Each turn begins with a snapshot.
 */
final class BookContest implements Contest {
    private final String name;
    private final String target;
    private final RecordedFrames frames;
    private final MillraceBooks millrace = new MillraceBooks();
    private final JacksonBooks jackson = new JacksonBooks();
    private final AllocatedBytes allocated = new AllocatedBytes();
    private final AllocatedBytes allocatedByJackson = new AllocatedBytes();

    /**
     * @param name   for readers
     * @param kind   of frames, as {@link RecordedFrames#book} has it
     * @param target what the ratio should be, or nothing
     */
    BookContest(final String name, final String kind, final String target) {
        this.name = name;
        this.target = target;
        this.frames = RecordedFrames.book(kind);
    }

    @Override
    public Title title() {
        return new Title("From frames to best bids and offers", name, target, "Jackson streaming, TreeMap", "Millrace");
    }

    @Override
    public long operations() {
        return frames.count();
    }

    @Override
    public void prepare() {
        // Frames stay as they are.
    }

    @Override
    public long baseline() {
        allocatedByJackson.start();
        final long start = System.nanoTime();
        jackson.begin();
        for (int frame = 0; frame < frames.count(); frame++) {
            jackson.frame(frames.bytes(), frames.offset(frame), frames.length(frame), frame);
        }
        final long nanos = System.nanoTime() - start;
        allocatedByJackson.stop(frames.count());
        return nanos;
    }

    @Override
    public long subject() {
        allocated.start();
        final long start = System.nanoTime();
        millrace.begin();
        for (int frame = 0; frame < frames.count(); frame++) {
            millrace.frame(frames.bytes(), frames.offset(frame), frames.length(frame), frame);
        }
        final long nanos = System.nanoTime() - start;
        allocated.stop(frames.count());
        return nanos;
    }

    @Override
    public void warmedUp() {
        allocated.reset();
        allocatedByJackson.reset();
    }

    @Override
    public void verify() {
        if (millrace.quotes().count() == 0 || !millrace.quotes().equals(jackson.quotes())) {
            throw new IllegalStateException(
                    "different best bids and offers: " + millrace.quotes() + ", and by Jackson " + jackson.quotes());
        }
        if (!millrace.others().equals(jackson.others())) {
            throw new IllegalStateException(
                    "different trades and tickers: " + millrace.others() + ", and by Jackson " + jackson.others());
        }
    }

    @Override
    public String context() {
        return frames.describe() + ", one at a time, no journal, fused; "
                + millrace.quotes().count()
                + " best bids and offers from the book, equal byte by byte; " + millrace.others() + "; Millrace "
                + allocated.per("frame") + ", Jackson "
                + allocatedByJackson.per("frame");
    }

    @Override
    public void close() {
        // Memory only.
    }
}
