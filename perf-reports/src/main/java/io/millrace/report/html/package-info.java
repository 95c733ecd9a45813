/**
 * The report as one HTML page: style sheet and plots inside, no scripts, nothing loaded from anywhere.
 *
 * <pre>
 *   Results ──▶ HtmlReport ──▶ HeadSection      when, which commit, what came out
 *                          ──▶ ContextSection   machine and JVM
 *                          ──▶ RatioSection     ratios and their targets
 *                          ──▶ HistorySection   ratios over commits
 *                          ──▶ LatencySection   plots and percentiles of each flow
 *                          ──▶ JmhSection       scores, errors, allocation
 *                          ──▶ MethodSection    how this was measured
 *   report.css ──▶ light, dark, phone, print
 * </pre>
 */
package io.millrace.report.html;
