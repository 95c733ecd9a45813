package io.millrace.feed.gate;

import java.util.Arrays;

/**
 * When each stream of a connection has last said something, and how long it usually takes.
 *
 * <p>A stream is silent when nothing has come for longer than a given time <em>and</em> for longer than
 * {@value #PATIENCE} times the longest of its recent pauses. So a quiet market is not taken for a broken stream: one that
 * has said little is not judged at all ({@value #BLOCK} pauses are needed), one that pauses now and then has the more time,
 * and a silence that has ended counts as a pause, so that the next one of its kind must last twenty times as long. A stream
 * is found silent once, until it speaks again.
 *
 * <pre>
 *   pauses:  │◀── block before: longest ──▶│◀── this block: longest so far ──▶  now
 * </pre>
 *
 * <p>Thread: the one that decodes. Allocation: only for more instruments than ever before. Deterministic: given the times.
 */
public final class StreamWatch {
    static final int BLOCK = 16;
    static final long PATIENCE = 20;

    private long[] last = new long[0];
    private long[] longest = new long[0];
    private long[] longestBefore = new long[0];
    private int[] pauses = new int[0];
    private boolean[] judged = new boolean[0];
    private boolean[] found = new boolean[0];

    /** A stream says something. */
    void seen(final int place, final int kind, final long time) {
        final int stream = place * StreamKind.COUNT + kind;
        if (stream >= last.length) {
            grow(2 * stream + StreamKind.COUNT);
        }
        if (last[stream] != 0) {
            paused(stream, time - last[stream]);
        }
        last[stream] = time;
        found[stream] = false;
    }

    private void paused(final int stream, final long length) {
        if (length > longest[stream]) {
            longest[stream] = length;
        }
        if (++pauses[stream] == BLOCK) {
            longestBefore[stream] = longest[stream];
            longest[stream] = 0;
            pauses[stream] = 0;
            judged[stream] = true;
        }
    }

    private void grow(final int streams) {
        last = Arrays.copyOf(last, streams);
        longest = Arrays.copyOf(longest, streams);
        longestBefore = Arrays.copyOf(longestBefore, streams);
        pauses = Arrays.copyOf(pauses, streams);
        judged = Arrays.copyOf(judged, streams);
        found = Arrays.copyOf(found, streams);
    }

    /** How many streams there are to ask {@link #isSilent} about, from 0. */
    public int streams() {
        return last.length;
    }

    /** Place of a stream's instrument. */
    public int place(final int stream) {
        return stream / StreamKind.COUNT;
    }

    /** What a stream is about. */
    public StreamKind kind(final int stream) {
        return StreamKind.of(stream % StreamKind.COUNT);
    }

    @SuppressWarnings("EnumOrdinal") // what an EnumMap does, without a collection in hot code
    static int number(final StreamKind kind) {
        return kind.ordinal();
    }

    /** How long nothing has come by a stream, nanoseconds. */
    public long pause(final int stream, final long now) {
        return now - last[stream];
    }

    /** Whether a stream has fallen silent, which is said once. */
    public boolean isSilent(final int stream, final long now, final long least) {
        if (!judged[stream] || found[stream]) {
            return false;
        }
        final long usual = Math.max(longest[stream], longestBefore[stream]);
        found[stream] = now - last[stream] > Math.max(least, PATIENCE * usual);
        return found[stream];
    }

    /** Nothing was read for a while, which is no fault of the streams: they begin their pauses anew. */
    public void restart(final long now) {
        for (int stream = 0; stream < last.length; stream++) {
            if (last[stream] != 0) {
                last[stream] = now;
            }
        }
    }
}
