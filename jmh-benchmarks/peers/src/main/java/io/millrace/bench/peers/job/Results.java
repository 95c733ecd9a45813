package io.millrace.bench.peers.job;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * What came out, of both branches. Taking is cheap, since it is measured with the rest; looking at it is not.
 *
 * <pre>
 *   file, for each candle ten numbers of eight bytes, little-endian:
 *   instrument  start  open  high  low  close  volume  count  average (bits)  up (1 or 0)
 * </pre>
 *
 * <p>Thread: one takes; others may look when it has ended. Allocation: when there are more than ever before.
 */
public final class Results {
    private static final int FIELDS = 10;
    private static final String[] NAMES = {
        "instrument", "start", "open", "high", "low", "close", "volume", "count", "average", "up"
    };

    private long[] fields;
    private int size;
    private long lastNanos;

    /** @param expected candles */
    public Results(final int expected) {
        fields = new long[Math.max(1, expected) * FIELDS];
    }

    /** Takes a candle of the branch of those that close above the average. */
    public void up(final Averaged candle) {
        add(candle, 1);
    }

    /** Takes a candle of the other branch. */
    public void down(final Averaged candle) {
        add(candle, 0);
    }

    private void add(final Averaged candle, final long up) {
        if (size + FIELDS > fields.length) {
            fields = Arrays.copyOf(fields, 2 * fields.length);
        }
        final long[] to = fields;
        int at = size;
        to[at++] = candle.instrument;
        to[at++] = candle.start;
        to[at++] = candle.open;
        to[at++] = candle.high;
        to[at++] = candle.low;
        to[at++] = candle.close;
        to[at++] = candle.volume;
        to[at++] = candle.count;
        to[at++] = Double.doubleToRawLongBits(candle.average);
        to[at++] = up;
        size = at;
        lastNanos = System.nanoTime();
    }

    /** When the last one came, by {@link System#nanoTime}. */
    public long lastNanos() {
        return lastNanos;
    }

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    /** Writes those of windows that begin before a time. */
    public void write(final Path file, final long end) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int at = 0; at < size; at += FIELDS) {
                if (fields[at + 1] < end) {
                    for (int field = 0; field < FIELDS; field++) {
                        out.writeLong(Long.reverseBytes(fields[at + field]));
                    }
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares files.
     *
     * @return how the second differs from the first, whatever the order of instruments; nothing if it does not
     */
    public static Optional<String> difference(final Path expected, final Path actual) {
        final long[][] right = read(expected);
        final long[][] found = read(actual);
        for (int i = 0; i < Math.min(right.length, found.length); i++) {
            for (int field = 0; field < FIELDS; field++) {
                if (right[i][field] != found[i][field]) {
                    return Optional.of("candle " + i + " of instrument " + right[i][0] + ", window " + right[i][1]
                            + ": " + NAMES[field] + " should be " + right[i][field] + ", is " + found[i][field]);
                }
            }
        }
        return right.length == found.length
                ? Optional.empty()
                : Optional.of("should be " + right.length + " candles, are " + found.length);
    }

    /** Candles in a file. */
    public static int count(final Path file) {
        return read(file).length;
    }

    private static long[][] read(final Path file) {
        try {
            final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            final long[][] candles = new long[bytes.remaining() / (FIELDS * Long.BYTES)][FIELDS];
            for (final long[] candle : candles) {
                bytes.asLongBuffer().get(candle);
                bytes.position(bytes.position() + FIELDS * Long.BYTES);
            }
            // Stable, so that the candles of one window of one instrument, should there be two, stay as they came.
            Arrays.sort(
                    candles,
                    Comparator.<long[]>comparingLong(candle -> candle[0]).thenComparingLong(candle -> candle[1]));
            return candles;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
