package io.millrace.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.CommandQueue;
import io.millrace.engine.loop.Ingress;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.loop.OpenSource;
import io.millrace.engine.loop.Pacer;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.Source;
import io.millrace.engine.stage.Timers;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.binance.exchange.MarketStyle;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.InletTarget;
import io.millrace.feed.gate.Arbitration;
import io.millrace.feed.gate.ConnectionGate;
import io.millrace.feed.recording.RawRecorder;
import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.FakeContext;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recording;
import io.millrace.operators.market.sbe.BookRule;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.status.AtomicCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that a thread allocates, by its own counter. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 60;
    private static final int BATCH = 1 << 16;
    private static final BatchTarget NOWHERE = (buffer, offset, length) -> {};

    @TempDir
    private Path folder;

    private static String frameOf(final String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "trade, SPOT",
        "bookTicker, SPOT",
        "depth, SPOT",
        "trade, USDM",
        "bookTicker, USDM",
        "depth, USDM",
        "aggTrade, USDM"
    })
    void decodingAllocatesNothing(final String channel, final MarketStyle style) {
        final List<byte[]> frames = Recording.of(style, 2_000).stream()
                .filter(line -> line.contains("@" + channel))
                .map(line -> Frames.padded(frameOf(line)))
                .toList();
        final BinanceDecoder decoder = Decoders.binance();
        assertThat(frames).isNotEmpty();
        assertThat(leastAllocated(() -> decodeAll(decoder, frames))).isZero();
    }

    @Test
    void refusingMalformedFramesAllocatesNothing() {
        final List<byte[]> frames = Recording.of(MarketStyle.USDM, 1_000).stream()
                .map(line -> Frames.padded(frameOf(line).replace("\"s\":", "\"x\":\\")))
                .toList();
        final BinanceDecoder decoder = Decoders.binance();
        final InletTarget target = new InletTarget();
        target.wrap(new Inlet(BATCH, BATCH, Beginning.ofNothing(8)));
        assertThat(leastAllocated(() -> {
                    for (int i = 0; i < frames.size(); i++) {
                        final byte[] frame = frames.get(i);
                        if (decoder.decode(frame, 0, frame.length - FrameDecoder.SLACK, 1, target)
                                != FrameResult.MALFORMED) {
                            throw new AssertionError("this should be malformed");
                        }
                    }
                }))
                .isZero();
    }

    private final Inlet inlet = new Inlet(BATCH, BATCH, Beginning.ofNothing(8));
    private final InletTarget target = new InletTarget();

    private void decodeAll(final BinanceDecoder decoder, final List<byte[]> frames) {
        target.wrap(inlet);
        for (int i = 0; i < frames.size(); i++) {
            final byte[] frame = frames.get(i);
            inlet.beginFrame(i);
            final FrameResult result = decoder.decode(frame, 0, frame.length - FrameDecoder.SLACK, 1, target);
            inlet.abortFrame();
            if (result != FrameResult.EVENTS) {
                throw new AssertionError(result + ": " + new String(frame, StandardCharsets.UTF_8));
            }
        }
    }

    /** What a round costs once everything is warm and compiled; the compiler decides when that is. */
    private static long leastAllocated(final Runnable round) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            least = Math.min(least, allocatedBy(round));
        }
        return least;
    }

    private static long allocatedBy(final Runnable round) {
        final long before = THREADS.getCurrentThreadAllocatedBytes();
        round.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private long id;

    @Test
    void arbitratingBetweenTwoConnectionsAllocatesNothing() {
        final Arbitration arbitration = new Arbitration(BookRule.NEXT_ID, 1).carry(0);
        final ConnectionGate[] gates = {arbitration.join(), arbitration.join()};
        gates[0].ready();
        gates[1].ready();
        assertThat(leastAllocated(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        id++;
                        for (int gate = 0; gate < gates.length; gate++) {
                            gates[gate].begin(id);
                            gates[gate].trade(0, id, id);
                            gates[gate].quote(0, id, id);
                            gates[gate].book(0, i == 0, id + gate, id + gate, -1);
                        }
                    }
                }))
                .isZero();
    }

    @Test
    void recordingAllocatesNothingOnTheThreadThatGivesFrames() {
        final byte[] frame = Frames.padded("{\"a\":1}");
        try (RawRecorder recorder = new RawRecorder(folder.resolve("raw.gz"), new FakeContext())) {
            assertThat(leastAllocated(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            recorder.frame(i, 1, 0, false, frame, 0, frame.length - FrameDecoder.SLACK);
                        }
                    }))
                    .isZero();
        }
    }

    @Test
    void readingACaptureAllocatesNothingPerFrame() throws IOException {
        final List<String> lines = Recording.of(MarketStyle.USDM, 4_000);
        final Path file = folder.resolve("capture.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int copy = 0; copy < 10; copy++) {
                for (final String line : lines) {
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        final FakeContext context = new FakeContext(MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK);
        final Source source = VenueFeed.capture(BinanceVenue.USDM, file).open(context);
        final Ingress ingress = new Ingress(
                new OpenSource[] {new OpenSource(source, new int[] {0, 1, 2}, new RequestQueue[0])},
                new Inlet(256, BATCH, Beginning.ofNothing(8)),
                InputLog.NONE,
                new OffsetEpochNanoClock(),
                new Pacer(Pacer.UNLIMITED, SystemNanoClock.INSTANCE),
                new CommandQueue(),
                () -> Timers.NEVER,
                null);
        final AtomicCounter decoded = context.counter("frames decoded");
        final AtomicCounter unused = context.counter("frames of unused streams");
        pollUntil(decoded, unused, 5L * lines.size(), ingress);
        // Four stretches of thousands of frames: in one of them the compiler is done.
        long least = Long.MAX_VALUE;
        for (int tenths = 6; tenths < 10; tenths++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            pollUntil(decoded, unused, (long) tenths * lines.size(), ingress);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(ingress.ended()).isFalse();
        assertThat(least).isZero();
        ingress.close();
    }

    private static void pollUntil(
            final AtomicCounter decoded, final AtomicCounter unused, final long frames, final Ingress ingress) {
        while (decoded.get() + unused.get() < frames) {
            ingress.poll(NOWHERE);
        }
    }
}
