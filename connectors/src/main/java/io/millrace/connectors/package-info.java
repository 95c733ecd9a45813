/**
 * Where items go that leave for files and standard streams.
 *
 * <pre>
 *   item ──RowFormat──▶ TextBuffer ──flush──▶ TextTarget: file, standard output
 * </pre>
 */
package io.millrace.connectors;
