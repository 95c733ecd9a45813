/**
 * The report in short, as markdown, and the block of key figures that a README quotes.
 *
 * <pre>
 *   Results ──▶ MarkdownReport ──▶ report.md
 *           ──▶ KeyFigures ─────▶ the text between two markers of a README, so that its figures are never typed
 * </pre>
 */
package io.millrace.report.markdown;
