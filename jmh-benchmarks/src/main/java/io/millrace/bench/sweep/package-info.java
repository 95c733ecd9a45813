/**
 * How far each way of running a flow carries: rates go up until latency breaks, one JVM for each way.
 *
 * <pre>
 *   SweepPlan: which cases, in studies whose cases differ in one or two things only
 *      │  each case
 *   Sweep ─▶ ChildJvm ══▶ SweepProcess: 100 k/s ─▶ 200 k/s ─▶ 500 k/s ─▶ ... until BreakingPoint says stop
 *                            └─ each rate: LatencyMeasurement ─▶ latency/sweep-*.hlog
 * </pre>
 *
 * Latency breaks where p99 is over a millisecond, where less than 99 % of the trades that were due were sent in time, or
 * where trades were still on their way a minute later. Not all combinations are measured, which would take days: collectors
 * and JDKs are compared fused and journaled; layouts and ways of waiting with and without a journal, on the first JDK and
 * collector; promises of the journal on a disk, because memory has nothing to be synced to.
 */
package io.millrace.bench.sweep;
