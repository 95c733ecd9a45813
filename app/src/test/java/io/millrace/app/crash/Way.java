package io.millrace.app.crash;

import io.millrace.engine.run.Layout;
import java.util.List;
import java.util.Locale;

/**
 * How a process runs the flow.
 *
 * @param replica whether a second copy takes the snapshots
 */
record Way(Layout layout, boolean replica) {
    static final List<Way> ALL = List.of(
            new Way(Layout.FUSED, false),
            new Way(Layout.THREADED, false),
            new Way(Layout.FUSED, true),
            new Way(Layout.THREADED, true));

    @Override
    public String toString() {
        return layout.name().toLowerCase(Locale.ROOT) + (replica ? ", replica" : ", inline");
    }
}
