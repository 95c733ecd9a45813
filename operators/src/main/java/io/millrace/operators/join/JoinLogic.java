package io.millrace.operators.join;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.operators.window.Window;
import io.millrace.operators.window.WindowContext;
import io.millrace.operators.window.WindowLogic;

/**
 * A join inside windows. Gets rows in which one side has an item. Belongs to one step of one copy of the flow.
 *
 * <p>Thread: the stage's. Allocation: only for more values than ever before. Deterministic: yes.
 */
public final class JoinLogic implements WindowLogic<JoinState, JoinRow, JoinRow> {
    private final Outlet outlet = new Outlet();
    private final Joiner joiner;

    /** @param codec of the rows */
    public JoinLogic(final JoinMode mode, final JoinRowCodec codec) {
        this.joiner = Joiner.of(mode, codec, outlet);
    }

    /** The type of what is kept for each window. */
    public ItemType<JoinState, JoinState> stateType() {
        return new JoinStateType(joiner);
    }

    @Override
    public boolean merges() {
        return true;
    }

    @Override
    public void onItem(
            final WindowContext<JoinRow> context, final Window window, final JoinState state, final JoinRow item) {
        final int side = item.firstSide();
        joiner.insert(state, side, item.get(side));
        joiner.emitIfDue(show(context, window), state);
    }

    @Override
    public void onMerge(
            final WindowContext<JoinRow> context, final Window window, final JoinState state, final JoinState other) {
        joiner.merge(state, other);
        joiner.emitIfDue(show(context, window), state);
    }

    @Override
    public void onClose(final WindowContext<JoinRow> context, final Window window, final JoinState state) {
        joiner.end(show(context, window), state);
    }

    /** Rows now belong to this window. Gives a key, which is not looked at: the context knows it. */
    private long show(final WindowContext<JoinRow> context, final Window window) {
        outlet.context = context;
        joiner.row().setWindow(window.id(), window.start(), window.end());
        return 0;
    }

    /** Hands rows to the windows' own outlet. */
    private static final class Outlet implements Receiver<JoinRow> {
        private WindowContext<JoinRow> context;

        @Override
        public void onItem(final long key, final JoinRow row) {
            context.emit(row);
        }
    }
}
