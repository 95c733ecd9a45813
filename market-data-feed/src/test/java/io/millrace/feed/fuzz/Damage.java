package io.millrace.feed.fuzz;

import java.util.Arrays;

/** What happens to one frame on its way: the fuzzer's bytes say what. */
final class Damage {
    /** What can happen to it. */
    enum Kind {
        CHANGED,
        DROPPED,
        TWICE,
        SWAPPED
    }

    private static final int HEAD = 4;
    private static final int EDIT = 4;
    private static final int EDITS = 4;

    private final byte[] data;

    /**
     * @param data <pre>
     *   venue │ seed │ kind │ number of the frame │ edit, place (2 bytes), byte │ ...
     * </pre>
     */
    Damage(final byte[] data) {
        this.data = data;
    }

    static boolean isComplete(final byte[] data) {
        return data.length >= HEAD;
    }

    int venue() {
        return data[0] & 0xFF;
    }

    int seed() {
        return data[1];
    }

    /** Mostly changes: there are many ways to make them. */
    Kind kind() {
        return switch (data[2] & 0xF) {
            case 13 -> Kind.DROPPED;
            case 14 -> Kind.TWICE;
            case 15 -> Kind.SWAPPED;
            default -> Kind.CHANGED;
        };
    }

    /** Which frame it happens to. */
    int frame(final int frames) {
        return (data[3] & 0xFF) % frames;
    }

    /** The frame with its changes. */
    byte[] change(final byte[] frame) {
        byte[] changed = frame.clone();
        for (int edit = 0; edit < EDITS && HEAD + (edit + 1) * EDIT <= data.length; edit++) {
            final int from = HEAD + edit * EDIT;
            if (changed.length == 0) {
                break;
            }
            final int at = ((data[from + 1] & 0xFF) << Byte.SIZE | data[from + 2] & 0xFF) % changed.length;
            changed = edited(changed, data[from] & 7, at, data[from + 3]);
        }
        return changed;
    }

    private static byte[] edited(final byte[] frame, final int how, final int at, final byte value) {
        return switch (how) {
            case 0 -> Arrays.copyOf(frame, at);
            case 1 -> spliced(frame, at, new byte[0], at + 1);
            case 2 -> spliced(frame, at, new byte[] {value}, at);
            case 3 -> spliced(frame, at, Arrays.copyOfRange(frame, at, Math.min(frame.length, at + (value & 31))), at);
            case 4 -> spliced(frame, at, new byte[0], Math.min(frame.length, at + (value & 63)));
            case 5 -> spliced(frame, at, new byte[] {(byte) (frame[at] ^ 1 << (value & 7))}, at + 1);
            case 6 -> spliced(frame, at, new byte[] {(byte) ('0' + (value & 0xFF) % 10)}, at + 1);
            default -> spliced(frame, at, new byte[] {value}, at + 1);
        };
    }

    private static byte[] spliced(final byte[] frame, final int at, final byte[] middle, final int from) {
        final byte[] result = Arrays.copyOf(frame, at + middle.length + frame.length - from);
        System.arraycopy(middle, 0, result, at, middle.length);
        System.arraycopy(frame, from, result, at + middle.length, frame.length - from);
        return result;
    }
}
