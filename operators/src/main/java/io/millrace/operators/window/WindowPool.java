package io.millrace.operators.window;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.StateReader;
import io.millrace.operators.store.Spares;
import org.agrona.ExpandableDirectByteBuffer;

/**
 * Windows that nobody uses at the moment, blank.
 *
 * <p>Thread: the stage's. Allocation: only for more open windows than ever before. Deterministic: yes.
 *
 * @param type   of what a window holds
 * @param checks whether what is given back is spoiled, so that whoever kept it sees
 */
record WindowPool<S>(
        ItemType<? super S, S> type,
        boolean checks,
        Spares<OpenWindow<S>> windows,
        Spares<WindowList<S>> lists,
        ExpandableDirectByteBuffer scratch) {
    private static final int USUAL_STATE = 256;

    WindowPool(final ItemType<? super S, S> type, final boolean checks) {
        this(type, checks, new Spares<>(), new Spares<>(), new ExpandableDirectByteBuffer(USUAL_STATE));
    }

    /** A window that holds nothing. */
    OpenWindow<S> open(final long id, final long start, final long end) {
        OpenWindow<S> window = windows.take();
        if (window == null) {
            window = new OpenWindow<>(type.create());
        } else if (checks) {
            type.clear(window.state);
        }
        return window.open(id, start, end);
    }

    void giveBack(final OpenWindow<S> window) {
        if (checks) {
            type.spoil(window.state);
        } else {
            type.clear(window.state);
        }
        windows.giveBack(window);
    }

    WindowList<S> list() {
        final WindowList<S> list = lists.take();
        return list == null ? new WindowList<>() : list;
    }

    void giveBack(final WindowList<S> list) {
        lists.giveBack(list);
    }

    /** Reads what a window holds. */
    void read(final OpenWindow<S> window, final StateReader in) {
        in.takeItem(type, window.state);
    }

    /** Makes what a window holds equal to what another one holds. */
    void copy(final OpenWindow<S> from, final OpenWindow<S> to) {
        type.decode(scratch, 0, type.encode(from.state, scratch, 0), to.state);
    }
}
