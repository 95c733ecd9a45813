/**
 * The hot lower half of a log: the bytes of documents and of the files that they stand in.
 *
 * <pre>
 *   mapped file ──▶ CycleFile ──▶ DocumentFile ──▶ a document in place: type, numbers, body
 *                    Chronicle's    layout,
 *                    headers        checksum
 * </pre>
 *
 * It knows one file at a time: neither the order of files nor what must be in them.
 */
package io.millrace.journal.document;
