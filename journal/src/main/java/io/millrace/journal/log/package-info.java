/**
 * The hot upper half of a log: documents in order, written and read in place.
 *
 * <pre>
 *   batch ──▶ JournalWriter ──▶ DocumentAppender ──▶ QueueFile ──▶ mapped file
 *              numbers           rolls, checksum       one copy      (page cache)
 *
 *   mapped file ──▶ DocumentFile ──▶ DocumentReader ──▶ JournalReader
 *                    checksum         order, sessions    records in place
 * </pre>
 *
 * An append is one copy and one checksum; a read is one checksum and no copy. Neither allocates. What is cold about them
 * (directories, heads, messages) is in {@code store}.
 */
package io.millrace.journal.log;
