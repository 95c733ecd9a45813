/**
 * Files that flows read.
 *
 * <pre>
 *   file (plain or gzip) ──▶ RowReader ──row──▶ RowParser ──▶ function of the user ──▶ codec ──▶ Inlet
 *                            position: the byte behind the row, in the unpacked text
 * </pre>
 *
 * Cold code: it makes objects for texts. A capture of a venue's frames has a feed of its own that makes none.
 */
package io.millrace.connectors.source;
