/**
 * Files that can tell how many rows they hold.
 *
 * <pre>
 *   NAME            header ⏎ row 0 ⏎ row 1 ⏎ ... row n-1 ⏎ [what a crash left of row n: cut off when the file is opened]
 *   NAME.millrace   which journal and step the rows are of; rows and bytes at the last sync
 * </pre>
 */
package io.millrace.connectors.file;
