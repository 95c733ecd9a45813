package io.millrace.feed.simulator;

import io.millrace.feed.simulator.ClientLine.Spoken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A wire on which messages meet with faults.
 *
 * <p>Thread: the exchange's. Allocation: for faults. Deterministic: yes.
 */
final class FaultyWire {
    private static final long HELD_BACK = 200_000_000;
    private static final long SILENT = 1_500_000_000;
    private static final int MISSING = 5;
    private static final int LARGE = 42_000;
    private static final int PIECES = 7;

    /** A message that is kept. */
    private static final class Message {
        private final byte[] bytes;
        private final boolean binary;

        Message(final byte[] bytes, final int length, final boolean binary) {
            this.bytes = Arrays.copyOf(bytes, length);
            this.binary = binary;
        }
    }

    private final Wire wire;
    private final Faults faults;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Deque<Message> waiting = new ArrayDeque<>();
    private final Map<TrueInstrument, Long> silentUntil = new HashMap<>();
    private final Map<TrueInstrument, Integer> missing = new HashMap<>();
    private Message overtaken;
    private TrueInstrument overtakenOf;
    private long waitUntil;
    private long now;

    FaultyWire(final Wire wire, final Faults faults) {
        this.wire = wire;
        this.faults = faults;
    }

    boolean hasRoom() {
        return wire.hasRoom();
    }

    /** Sends a message, or does to it what a fault says. */
    void send(
            final byte[] bytes,
            final int length,
            final boolean binary,
            final Spoken what,
            final TrueInstrument about,
            final long time) {
        now = time;
        if (what == Spoken.SNAPSHOT) {
            silentUntil.remove(about);
            missing.remove(about);
        }
        if (what != Spoken.BOOK || about == null) {
            put(bytes, length, binary);
            return;
        }
        if (isSwallowed(about)) {
            return;
        }
        final Fault fault = faults.onTheWay(about);
        if (fault == null) {
            put(bytes, length, binary);
            if (overtakenOf == about) {
                final Message late = overtaken;
                overtakenOf = null;
                put(late.bytes, late.bytes.length, late.binary);
            }
        } else {
            apply(fault, bytes, length, binary, about);
        }
    }

    private boolean isSwallowed(final TrueInstrument about) {
        final Long until = silentUntil.get(about);
        if (until != null && now < until) {
            return true;
        }
        silentUntil.remove(about);
        return missing.computeIfPresent(about, (key, left) -> left == 1 ? null : left - 1) != null;
    }

    private void apply(
            final Fault fault, final byte[] bytes, final int length, final boolean binary, final TrueInstrument about) {
        switch (fault) {
            case DUPLICATE -> {
                put(bytes, length, binary);
                put(bytes, length, binary);
            }
            case REORDER -> {
                overtaken = new Message(bytes, length, binary);
                overtakenOf = about;
            }
            case DELAY -> {
                waitUntil = now + HELD_BACK;
                put(bytes, length, binary);
            }
            case GAP -> missing.put(about, MISSING);
            case SILENCE -> silentUntil.put(about, now + SILENT);
            case CUT -> wire.cut(bytes, length, binary, random.nextInt(length));
            case FRAGMENTS -> wire.fragments(bytes, length, binary, PIECES);
            case LARGE -> large(bytes, length, binary);
            case MALFORMED -> malformed(bytes, length, binary);
            default -> {
                // It is not sent.
            }
        }
    }

    /** White space may stand behind the first bracket. */
    private void large(final byte[] bytes, final int length, final boolean binary) {
        final int more = binary ? 0 : Math.max(0, LARGE - length);
        final byte[] padded = new byte[length + more];
        Arrays.fill(padded, (byte) ' ');
        padded[0] = bytes[0];
        System.arraycopy(bytes, 1, padded, 1 + more, length - 1);
        put(padded, padded.length, binary);
    }

    private void malformed(final byte[] bytes, final int length, final boolean binary) {
        final int bracket = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).lastIndexOf("],");
        if (binary || bracket < 2 || random.nextBoolean()) {
            put(bytes, 1 + random.nextInt(length - 1), binary);
        } else {
            final byte[] broken = Arrays.copyOf(bytes, length);
            broken[bracket - 2] = 'x';
            put(broken, length, false);
        }
    }

    private void put(final byte[] bytes, final int length, final boolean binary) {
        if (!waiting.isEmpty() || now < waitUntil) {
            waiting.add(new Message(bytes, length, binary));
        } else {
            give(bytes, length, binary);
        }
    }

    private void give(final byte[] bytes, final int length, final boolean binary) {
        if (binary) {
            wire.binary(bytes, length);
        } else {
            wire.text(bytes, length);
        }
    }

    /** Sends what has been given, and what has waited for long enough. */
    void flush(final long time) {
        now = time;
        while (!waiting.isEmpty() && now >= waitUntil) {
            final Message next = waiting.remove();
            give(next.bytes, next.bytes.length, next.binary);
        }
        wire.flush();
    }

    void close() {
        wire.close();
    }

    void drop() {
        wire.drop();
    }
}
