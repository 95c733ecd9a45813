package io.millrace.engine.stage;

import org.agrona.concurrent.UnsafeBuffer;

/** The end of the chain of edges: a cell that does not belong here. */
public final class NoEdge implements EdgePort {
    @Override
    public void onCell(final int edge, final UnsafeBuffer buffer, final int offset, final int length) {
        throw stray(edge);
    }

    private static IllegalStateException stray(final int edge) {
        return new IllegalStateException("cell of edge " + edge + ", which does not lead to this stage");
    }
}
