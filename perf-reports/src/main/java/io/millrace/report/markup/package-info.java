/**
 * Text in angle brackets: what HTML and SVG are written with.
 *
 * <pre>
 *   open("p") ──▶ text("a &lt; b") ──▶ close() ──▶ &lt;p&gt;a &amp;lt; b&lt;/p&gt;
 * </pre>
 *
 * What comes out is well-formed XML and valid HTML alike, whatever the names in the results are.
 */
package io.millrace.report.markup;
