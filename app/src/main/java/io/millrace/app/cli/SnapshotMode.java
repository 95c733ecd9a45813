package io.millrace.app.cli;

/** Who takes snapshots. */
enum SnapshotMode {
    /** The stages themselves. */
    INLINE,
    /** A second copy of the flow that follows the journal. */
    REPLICA
}
