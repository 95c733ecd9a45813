package io.millrace.feed.decode;

/**
 * A text that is expected to stand somewhere in a frame: looked at in words, and nothing is looked for.
 *
 * <pre>
 *   " , " T " :            one word and a part of it
 *   └─ word ──┘
 * </pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public class ExpectedText {
    /** Most bytes of a text; a text behind a number must not reach over the {@link FrameDecoder#SLACK} of a frame. */
    public static final int LONGEST = 40;

    private final long[] words = new long[LONGEST / Long.BYTES];
    private long firstWord;
    private long firstMask;
    private int last;
    private long lastMask;
    private int length;

    protected ExpectedText() {}

    /** Expects what stands in a frame; it has from 1 to {@link #LONGEST} bytes. */
    public final void expect(final byte[] bytes, final int from, final int behind) {
        length = behind - from;
        last = length - 1 >> 3;
        for (int i = 0; i <= last; i++) {
            words[i] = Words.at(bytes, from + (i << 3));
        }
        firstWord = words[0];
        firstMask = Words.first(-1, length);
        lastMask = Words.first(-1, length - (last << 3));
    }

    /** Whether it stands here. */
    public final boolean isAt(final byte[] bytes, final int at) {
        return ((Words.at(bytes, at) ^ firstWord) & firstMask) == 0 && (last == 0 || isRestAt(bytes, at));
    }

    private boolean isRestAt(final byte[] bytes, final int at) {
        for (int i = 1; i < last; i++) {
            if (Words.at(bytes, at + (i << 3)) != words[i]) {
                return false;
            }
        }
        return ((Words.at(bytes, at + (last << 3)) ^ words[last]) & lastMask) == 0;
    }

    /** Its bytes. */
    public final int length() {
        return length;
    }
}
