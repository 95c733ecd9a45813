package io.millrace.bench.decode;

import io.millrace.feed.Venue;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.capture.CaptureReader;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.simulator.Exchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.simulator.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Frames of one kind, as a venue sent them or a synthetic market makes them, one behind the other in one array. */
final class RecordedFrames {
    private static final String ALL = "all";
    private static final String BOOKS = "usdm";
    private static final long SYNTHETIC_START = 1_700_000_000_000_000_000L;
    private static final long SYNTHETIC_LENGTH = 30_000_000_000L;
    private static final long SYNTHETIC_STEP = 100_000_000L;

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final List<Integer> ends = new ArrayList<>(List.of(0));
    private final String origin;
    private byte[] bytes;
    private int[] offsets;

    private RecordedFrames(final String origin) {
        this.origin = origin;
    }

    /**
     * Loads frames.
     *
     * @param market {@code usdm} or {@code spot}
     * @param kind   of the stream, such as {@code trade}, or {@code all}; snapshots are left out
     */
    static RecordedFrames load(final String market, final String kind) {
        return SharedCapture.isRecorded(market) ? recorded(market, kind) : synthetic(market, kind);
    }

    /**
     * A snapshot of a book, which was asked for and is wrapped as feeds do it, and what followed.
     *
     * @param kind as for {@link #load}
     */
    static RecordedFrames book(final String kind) {
        return SharedCapture.isRecorded(BOOKS) ? recordedBook(kind) : syntheticBook(kind);
    }

    private static RecordedFrames recordedBook(final String kind) {
        final RecordedFrames frames = new RecordedFrames(SharedCapture.name(BOOKS));
        try (CaptureReader reader = new CaptureReader(SharedCapture.of(BOOKS))) {
            while (frames.ends.size() == 1 && reader.next()) {
                final String frame =
                        new String(reader.bytes(), reader.frameOffset(), reader.frameLength(), StandardCharsets.UTF_8);
                if (frame.startsWith("{\"lastUpdateId\"")) {
                    frames.addSnapshot(frame);
                }
            }
        }
        final RecordedFrames updates = recorded(BOOKS, kind);
        for (int i = 0; i < updates.count(); i++) {
            frames.add(updates.bytes(), updates.offset(i), updates.length(i));
        }
        return frames.complete();
    }

    private static RecordedFrames syntheticBook(final String kind) {
        final RecordedFrames frames = new RecordedFrames("synthetic market");
        try (Exchange exchange = new Exchange(
                BinanceVenue.USDM.exchange().orElseThrow(), new SyntheticMarket(7), new ExchangeConfig())) {
            final String symbol = exchange.market().instruments().get(0).symbol();
            exchange.tick(SYNTHETIC_START);
            frames.addSnapshot(exchange.get("/fapi/v1/depth?symbol=" + symbol + "&limit=1000", SYNTHETIC_START)
                    .body());
            final String stream = "/" + symbol.toLowerCase(Locale.ROOT) + "@";
            exchange.connect(
                    "/stream?streams=" + stream.substring(1) + "depth@100ms"
                            + (kind.equals(ALL) ? stream + "trade" + stream + "bookTicker" : ""),
                    frames.wire(),
                    SYNTHETIC_START);
            // Updates are sent when the exchange ticks, each with all that has changed since.
            for (long since = SYNTHETIC_STEP; since <= SYNTHETIC_LENGTH; since += SYNTHETIC_STEP) {
                exchange.tick(SYNTHETIC_START + since);
            }
        }
        return frames.complete();
    }

    private void addSnapshot(final String body) {
        final byte[] frame =
                ("{\"stream\":\"btcusdt@depthSnapshot\",\"data\":" + body + "}").getBytes(StandardCharsets.UTF_8);
        add(frame, 0, frame.length);
    }

    private static RecordedFrames recorded(final String market, final String kind) {
        final RecordedFrames frames = new RecordedFrames(SharedCapture.name(market));
        final String prefix = "{\"stream\":\"btcusdt@" + streamName(kind);
        try (CaptureReader reader = new CaptureReader(SharedCapture.of(market))) {
            while (reader.next()) {
                final String head = new String(
                        reader.bytes(),
                        reader.frameOffset(),
                        Math.min(reader.frameLength(), prefix.length()),
                        StandardCharsets.UTF_8);
                if (head.equals(prefix)) {
                    frames.add(reader.bytes(), reader.frameOffset(), reader.frameLength());
                }
            }
        }
        return frames.complete();
    }

    /** Frames of the market that the embedded exchange plays. */
    static RecordedFrames synthetic(final String market, final String kind) {
        final RecordedFrames frames = new RecordedFrames("synthetic market");
        final Venue venue = market.equals("usdm") ? BinanceVenue.USDM : BinanceVenue.SPOT;
        try (Exchange exchange =
                new Exchange(venue.exchange().orElseThrow(), new SyntheticMarket(7), new ExchangeConfig())) {
            exchange.connect("/stream?streams=" + streams(exchange, kind), frames.wire(), SYNTHETIC_START);
            exchange.tick(SYNTHETIC_START);
            exchange.tick(SYNTHETIC_START + SYNTHETIC_LENGTH);
        }
        return frames.complete();
    }

    private static String streams(final Exchange exchange, final String kind) {
        final List<String> channels =
                kind.equals(ALL) ? List.of("trade", "bookTicker", "depth@100ms") : List.of(streamName(kind));
        return exchange.market().instruments().stream()
                .map(instrument -> instrument.symbol().toLowerCase(Locale.ROOT))
                .flatMap(symbol -> channels.stream().map(channel -> symbol + "@" + channel))
                .collect(Collectors.joining("/"));
    }

    /** Keeps what is sent to a client. */
    private Wire wire() {
        return new Wire() {
            @Override
            public boolean hasRoom() {
                return true;
            }

            @Override
            public void text(final byte[] message, final int length) {
                add(message, 0, length);
            }

            @Override
            public void binary(final byte[] message, final int length) {
                add(message, 0, length);
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing to let go of.
            }

            @Override
            public void drop() {
                // Nothing to let go of.
            }
        };
    }

    private static String streamName(final String kind) {
        return switch (kind) {
            case ALL -> "";
            case "depthUpdate" -> "depth";
            default -> kind;
        };
    }

    private void add(final byte[] source, final int offset, final int length) {
        collected.write(source, offset, length);
        ends.add(collected.size());
    }

    private RecordedFrames complete() {
        if (ends.size() == 1) {
            throw new IllegalStateException("no such frames in " + origin);
        }
        collected.write(new byte[FrameDecoder.SLACK], 0, FrameDecoder.SLACK);
        bytes = collected.toByteArray();
        offsets = ends.stream().mapToInt(Integer::intValue).toArray();
        return this;
    }

    /** All frames, and the slack that decoders want behind the last. */
    byte[] bytes() {
        return bytes;
    }

    int count() {
        return offsets.length - 1;
    }

    int offset(final int frame) {
        return offsets[frame];
    }

    int length(final int frame) {
        return offsets[frame + 1] - offsets[frame];
    }

    /** For readers: where they come from, and how long they are. */
    String describe() {
        return count() + " frames of " + offsets[count()] / count() + " B, " + origin;
    }
}
