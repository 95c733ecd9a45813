package io.millrace.engine.stage;

import org.agrona.concurrent.UnsafeBuffer;

/** Chooses the edge of a cell: one link of a chain. */
public final class EdgeSwitch implements EdgePort {
    private final int edge;
    private final EdgePort entry;
    private final EdgePort rest;

    EdgeSwitch(final int edge, final EdgePort entry, final EdgePort rest) {
        this.edge = edge;
        this.entry = entry;
        this.rest = rest;
    }

    @Override
    public void onCell(final int ofEdge, final UnsafeBuffer buffer, final int offset, final int length) {
        if (ofEdge == edge) {
            entry.onCell(ofEdge, buffer, offset, length);
        } else {
            rest.onCell(ofEdge, buffer, offset, length);
        }
    }
}
