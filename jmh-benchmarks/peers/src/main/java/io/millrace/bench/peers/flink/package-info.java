/**
 * The job on Apache Flink, in its own process's mini cluster, at parallelism 1.
 *
 * <pre>
 *   TickSource ─▶ filter ─▶ reinterpretAsKeyedStream ─▶ window.aggregate ─▶ reinterpret... ─▶ average ─▶ up | down
 *   └──────────────────────────── one chained task, objects reused ──────────────────────────────────────┘
 * </pre>
 */
package io.millrace.bench.peers.flink;
