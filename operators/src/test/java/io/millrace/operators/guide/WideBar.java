package io.millrace.operators.guide;

import io.millrace.operators.window.Window;
import io.millrace.operators.window.WindowContext;
import io.millrace.operators.window.WindowLogic;

/** Says at once when a bar's range gets wide, and at the end of the window what there was. */
record WideBar(long wide) implements WindowLogic<Bar, Tick, String> {

    @Override
    public void onItem(final WindowContext<String> context, final Window window, final Bar bar, final Tick tick) {
        boolean before = bar.range() > wide;
        bar.add(tick);
        if (!before && bar.range() > wide) {
            context.emit("window " + window.id() + " is wide at " + tick);
        }
    }

    @Override
    public void onClose(final WindowContext<String> context, final Window window, final Bar bar) {
        context.emit("window " + window.id() + " had " + bar);
    }
}
