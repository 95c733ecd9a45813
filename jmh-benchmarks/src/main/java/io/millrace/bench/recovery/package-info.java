/**
 * How long a restart takes: from a snapshot near the end of a journal, against a replay of all of it.
 *
 * <pre>
 *   journal   0 ─────────────────────────────────────── 99 % ▲ ── 100 %
 *   all       start ─▶ seek 0 ─▶ replay ────────────────────────────▶ live
 *   the rest  start ─▶ load the snapshot ─▶ seek 99 % ─▶ replay ─────▶ live
 * </pre>
 *
 * The journal is written by a live flow at full speed. With full effort it has a hundred million trades, which take about
 * 10 GB of the directory that {@code --disk} names for a few minutes:
 *
 * <pre>
 *   mvn -q verify -Pbench -DskipTests -pl jmh-benchmarks -am -Dbench.args="recovery --results target/recovery"
 * </pre>
 */
package io.millrace.bench.recovery;
