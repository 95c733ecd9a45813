/**
 * The vocabulary in which a dataflow is written.
 *
 * <pre>
 *   Dataflow ── input ──▶ Stream ── keyBy ──▶ KeyedStream ── window ──▶ Windowed ── closed, late ──▶ …
 *                           │ map filter flatMap branch merge inspect output      │
 *                           └────────────── onThread, parallel ──────────────────┘
 * </pre>
 *
 * Every step has an id, first. Streams are immutable and may be used any number of times. Nothing here runs: a definition
 * builds a graph, which {@code io.millrace.engine} compiles.
 */
package io.millrace.operators;
