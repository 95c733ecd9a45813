/**
 * What a loss of power leaves, tried on files: a run is interrupted, and journal, snapshots and sinks are each cut back to
 * what was on the disk, or to pieces of what was not.
 *
 * <pre>
 *   run ──▶ images of its files: synced, written ──▶ Ruins: one combination ──▶ run goes on ──▶ same outputs, or a refusal
 * </pre>
 */
package io.millrace.app.power;
