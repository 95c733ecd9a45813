/**
 * The hot part of a log: documents, written and read in place.
 *
 * <pre>
 *   batch ──▶ JournalWriter ──▶ DocumentAppender ──copy──▶ mapped file ──▶ CycleFile ──▶ DocumentReader ──▶ JournalReader
 *              numbers, rolls    header, checksum          (page cache)    headers        checksum, order    records in place
 * </pre>
 *
 * An append is one copy and one checksum; a read is one checksum and no copy. Neither allocates. What is cold about them
 * (directories, heads, messages) is in {@code store}.
 */
package io.millrace.journal.log;
