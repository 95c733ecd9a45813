/**
 * What both forms of a report say about the same results, so that they can't say different things.
 *
 * <pre>
 *   Results ──▶ Quantity    how a number is written
 *           ──▶ Mark        what speaks against taking a run at face value
 *           ──▶ Cost        what a run cost beside its work
 *           ──▶ HeldRate    up to which rate a series holds
 *           ──▶ RatioWords  how a ratio and its outcome are told
 *           ──▶ Feature     what sets runs apart, and what they share
 *           ──▶ Series      which runs are one line in a plot, and what the line is called
 *           ──▶ JmhGroup    which benchmarks may be compared by eye
 *           ──▶ Caveats     what the machine does to the figures
 * </pre>
 *
 * Numbers are written with {@link java.math.BigDecimal} and not with {@link java.lang.Double#toString(double)}, which
 * differs between JDK versions: the same results give the same bytes everywhere.
 */
package io.millrace.report.figure;
