package io.millrace.operators.window;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;
import java.util.Arrays;

/**
 * A window that has closed: its number, its bounds, and the sessions that had become part of it.
 *
 * <p>Thread: one. Allocation: only for more merged sessions than ever before. Deterministic: yes.
 */
public final class WindowInfo implements Window {
    /** How it is made, copied and sent. */
    public static final ItemType<WindowInfo, WindowInfo> TYPE =
            ItemType.of("millrace.window-info", WindowInfo::new, WindowInfo::write, WindowInfo::read);

    private long id;
    private long start;
    private long end;
    private int mergedCount;
    private long[] merged = {};

    WindowInfo() {}

    private static void write(final WindowInfo info, final FieldWriter out) {
        out.putLong(info.id).putLong(info.start).putLong(info.end).putInt(info.mergedCount);
        for (int i = 0; i < info.mergedCount; i++) {
            out.putLong(info.merged[i]);
        }
    }

    private static void read(final WindowInfo info, final FieldReader in) {
        info.id = in.takeLong();
        info.start = in.takeLong();
        info.end = in.takeLong();
        // What is spoiled on purpose reads as a negative number.
        info.resize(Math.max(0, in.takeInt()));
        for (int i = 0; i < info.mergedCount; i++) {
            info.merged[i] = in.takeLong();
        }
    }

    private void resize(final int count) {
        mergedCount = count;
        if (count > merged.length) {
            merged = Arrays.copyOf(merged, count);
        }
    }

    void set(final Window window) {
        id = window.id();
        start = window.start();
        end = window.end();
        resize(window.mergedCount());
        for (int i = 0; i < mergedCount; i++) {
            merged[i] = window.mergedId(i);
        }
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public int mergedCount() {
        return mergedCount;
    }

    @Override
    public long mergedId(final int index) {
        if (index < 0 || index >= mergedCount) {
            throw outside(index);
        }
        return merged[index];
    }

    private IndexOutOfBoundsException outside(final int index) {
        return new IndexOutOfBoundsException("merged window " + index + " of " + mergedCount);
    }

    @Override
    public String toString() {
        return "window " + id + " from " + start + " to " + end
                + (mergedCount == 0 ? "" : " with " + Arrays.toString(Arrays.copyOf(merged, mergedCount)));
    }
}
