/**
 * Measures Millrace: comparisons, JMH benchmarks and latency runs, all into one results directory, which
 * {@code perf-reports} makes a report of.
 *
 * <pre>
 *   compare   chain, decode, books, journaled ──────▶ ratios.json ──┐
 *   compare   operators, recovery, snapshots ───────▶ ratios.json ──┤
 *   jmh       the same, piece by piece ─────────────▶ jmh/*.json    ├──▶ index.html, report.md
 *   latency   planned times, journal on ────────────▶ latency/*.hlog┤
 *   sweep     rising rates, in JVMs of their own ───▶ latency/*.hlog┤
 *   steady    ten minutes without a collector ──────▶ latency/*.hlog┘
 * </pre>
 *
 * One command, from the root of the repository, measures everything on the JDK that Maven runs on and writes the report
 * that is checked in:
 *
 * <pre>
 *   mvn -q verify -Pbench -DskipTests -pl jmh-benchmarks -am
 * </pre>
 *
 * It takes about an hour and a half, uses up to 9 GB of {@code /dev/shm} and 10 GB of the directory for temporary
 * files ({@code --disk} names another), and wants the machine for itself. For a look
 * within minutes add {@code -Dbench.args=--quick}; {@code -Dbench.args=--help} tells the rest.
 * Other engines on the same job are in the module {@code peers} beside it, with a profile of its own: docs/peers.md.
 */
package io.millrace.bench;
