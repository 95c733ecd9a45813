/**
 * What snapshots cost the live thread.
 *
 * <pre>
 *   inline    ... record │ SNAPSHOT: state into memory ────────── pause ──────────▶ │ record ...
 *   replica   ... record │ SNAPSHOT: counts and hashes of the outputs ─▶ │ record, and a hash of each item that leaves ...
 * </pre>
 */
package io.millrace.bench.snapshot;
