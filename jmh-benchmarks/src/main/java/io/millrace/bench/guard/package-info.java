/**
 * Sees a regression before a user does: measures those comparisons that are steady, and compares their ratios with the
 * checked-in ones of the same JDK.
 *
 * <pre>
 *   Piece ──PieceProcess, a JVM of its own──▶ ratios ─┐
 *                                                     ├─▶ Judge ──▶ Finding: held, lost, not judged
 *   perf-reports/results/jdk<version>/ratios.json ────┘     │
 *                 a piece that lost is measured again ◀─────┘ twice, the best counts
 * </pre>
 *
 * Ratios and not times: those are other ones on each machine and at each hour. It is no part of the build:
 *
 * <pre>
 *   mvn -Pbench-guard verify
 * </pre>
 */
package io.millrace.bench.guard;
