package io.millrace.feed.tardis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.Inlet;
import io.millrace.feed.capture.CaptureReader;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.InletTarget;
import io.millrace.feed.support.Decoders;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that a thread allocates, by its own counter, while it reads a table. */
class TardisAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROWS = 60_000;
    private static final int STRETCHES = 10;
    private static final int BATCH = 1 << 16;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,side,price,amount | ccc3c1fa-212c-e8b0-1706-9b9c4f3d5ecf,sell,8531.5,2152",
                "is_snapshot,side,price,amount | false,bid,8531.5,2152",
                "bid_price,bid_amount,ask_price,ask_amount | 8629.2,806,,",
                "funding_timestamp,funding_rate,index_price,mark_price | 1583020800000000,0.0001,9500.0,9500.25"
            })
    void readingAllocatesNothingPerRow(final String columns, final String fields) throws IOException {
        final List<String> lines = new ArrayList<>();
        lines.add("exchange,symbol,timestamp,local_timestamp," + columns);
        for (int i = 0; i < ROWS; i++) {
            final long time = 1_583_020_803_145_000L + i / 2;
            lines.add("bitmex,XBTUSD," + time + "," + time + "," + fields);
        }
        final FrameDecoder decoder = Decoders.of(TardisVenue.ALL, Decoders.ALL);
        final Inlet inlet = new Inlet(BATCH, BATCH, Beginning.ofNothing(8));
        final InletTarget target = new InletTarget();
        target.wrap(inlet);
        long least = Long.MAX_VALUE;
        try (CaptureReader reader = new CaptureReader(Files.write(folder.resolve("table.csv"), lines))) {
            for (int stretch = 0; stretch < STRETCHES; stretch++) {
                final long before = THREADS.getCurrentThreadAllocatedBytes();
                read(reader, ROWS / 2 / STRETCHES, decoder, inlet, target);
                least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
            }
        }
        assertThat(least).isZero();
    }

    private static void read(
            final CaptureReader reader,
            final int frames,
            final FrameDecoder decoder,
            final Inlet inlet,
            final InletTarget target) {
        for (int i = 0; i < frames; i++) {
            if (!reader.next()) {
                throw new AssertionError("there are more rows");
            }
            inlet.beginFrame(i);
            final FrameResult result = decoder.decode(
                    reader.bytes(), reader.frameOffset(), reader.frameLength(), reader.receiveTime(), target);
            inlet.abortFrame();
            if (result != FrameResult.EVENTS) {
                throw new AssertionError(result);
            }
        }
    }
}
