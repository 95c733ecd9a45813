/**
 * Reports from results: reads what benchmarks left behind, writes one page of HTML and a summary in markdown.
 *
 * <pre>
 *   benchmarks ──ResultsWriter──▶ results/ ──Report.read──▶ Report ──writeTo──▶ index.html, report.md
 *                                 (layout: see results)       ├──html()
 *                                                             ├──markdown()
 *                                                             └──keyFigures()──▶ README
 * </pre>
 *
 * The layout of the directory is told in {@link io.millrace.report.results}. A figure without its context is not a result:
 * reading refuses a directory in which any is incomplete.
 */
package io.millrace.report;
