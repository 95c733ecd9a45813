package io.millrace.engine.graph;

/**
 * Steps that share a thread, or in a parallel group share one thread for each part.
 *
 * @param name  as the user gave it, or after a step
 * @param parts number of parts, or 0 if the group is not parallel
 */
public record Group(String name, int parts) {
    /** Where steps run that nobody put elsewhere. */
    public static final Group MAIN = new Group("main", 0);

    /** Whether the keys of a stream are dealt to parts here. */
    public boolean isParallel() {
        return parts > 0;
    }

    /** Threads of this group. */
    public int threads() {
        return Math.max(1, parts);
    }
}
