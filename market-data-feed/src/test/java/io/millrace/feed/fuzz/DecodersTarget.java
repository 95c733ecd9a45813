package io.millrace.feed.fuzz;

import com.sun.management.ThreadMXBean;
import io.millrace.feed.Venue;
import io.millrace.feed.Venues;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Any bytes through the decoder of any venue: nothing is thrown, a frame gives all of its events or none, and no frame makes
 * the decoder allocate out of proportion.
 *
 * <pre>
 *   number of a venue │ frame │ LF │ frame │ ...
 * </pre>
 */
public final class DecodersTarget {
    /** Decoders of an input are new: what they grow to is bounded by what the frame holds. */
    private static final long BYTES_AT_ALL = 200_000;

    private static final long BYTES_PER_BYTE = 200;
    private static final int WARM_UP = 3_000;
    private static final long RECEIVED = 1_700_000_000_000_000_000L;
    private static final FeedInputs INPUTS = new FeedInputs(0, 1, 2, 3, 4, 5);
    private static final List<Venue> VENUES = Venues.all();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final EventCheck CHECK = new EventCheck();
    private static int inputs;

    private DecodersTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(final byte[] data) {
        if (data.length < 2) {
            return;
        }
        inputs++;
        final Venue venue = VENUES.get((data[0] & 0xFF) % VENUES.size());
        final KnownInstruments instruments = new KnownInstruments(venue.name(), 0, venue.names(), venue.book(0));
        final FrameDecoder decoder = venue.decoder(new FrameEvents(INPUTS, instruments, FrameGate.OPEN), instruments);
        decoder.begin();
        // Behind a frame stands the next one, which must not be read as part of it.
        final byte[] bytes = Arrays.copyOf(data, data.length + FrameDecoder.SLACK);
        int start = 1;
        for (int at = 1; at <= data.length; at++) {
            if (at == data.length || data[at] == '\n') {
                decode(venue, decoder, bytes, start, at - start);
                start = at + 1;
            }
        }
    }

    private static void decode(
            final Venue venue, final FrameDecoder decoder, final byte[] bytes, final int offset, final int length) {
        CHECK.begin();
        final long before = THREADS.getCurrentThreadAllocatedBytes();
        final FrameResult result = decoder.decode(bytes, offset, length, RECEIVED, CHECK);
        final long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        final String problem = inputs > WARM_UP && allocated > BYTES_AT_ALL + BYTES_PER_BYTE * length
                ? "decoding allocates " + allocated + " bytes"
                : CHECK.problem(result);
        if (problem != null) {
            throw new AssertionError(venue.name() + ": " + problem + ": " + result + ": "
                    + new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        }
    }

    static List<byte[]> seeds() {
        return Seeds.frames();
    }
}
