/**
 * Plots as SVG that stands in the page itself.
 *
 * <pre>
 *   FlowRuns ──▶ PercentilePlot   latency over percentiles, one line per run, one panel per rate
 *            ──▶ RatePlot         latency over offered rate, one line per series, one panel per percentile
 *   Ratio ─────▶ RatioPlot        a ratio beside its target, one small picture per row
 *   JmhGroup ──▶ ScorePlot        scores as bars, one small picture per row
 *
 *   value ──▶ LogScale / PercentileScale ──▶ pixel ──▶ Coordinates.text
 * </pre>
 *
 * Colours are classes ({@code s0} to {@code s7}) that the page's style sheet defines for light and dark. No line is told
 * from another by colour alone: each has a marker of its own, and its name is in the legend and in the marker's tooltip.
 */
package io.millrace.report.plot;
