/**
 * Snapshots in files. What is in one is the engine's; that it is whole, and of this journal, is seen to here.
 *
 * <pre>
 *   &lt;journal&gt;/snapshots/
 *     00000000000000001000.snapshot     taken at record 1000
 *     00000000000000002000.snapshot     the newest: the next start begins here
 *     manifest                          what was written, as text; a help, not needed
 *     00000000000000003000.snapshot.4711-1.tmp    being written, or left by a crash: removed at the next start
 *     00000000000000009000.snapshot.lost          of records that the journal has lost
 *
 *   SnapshotFiles ──▶ SnapshotHeader   what a file says about itself
 *        │       ├──▶ SnapshotFile     reads one and believes nothing
 *        │       └──▶ Manifest         sizes and hashes of all
 *        └──────────▶ DurableFile      new → write → sync → read back, compare → rename → sync directory
 * </pre>
 */
package io.millrace.journal.snapshot;
