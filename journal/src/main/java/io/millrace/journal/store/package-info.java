/**
 * The files of a log, without what happens per record.
 *
 * <pre>
 *   &lt;directory&gt;/
 *     input/                    sessions ("items" in an output log)
 *       000001/                 one for each time that a writer opened the log: a Chronicle Queue
 *         20261122F.cq4         one file per roll, oldest first by name
 *         20261122F.idx         where some of its documents are ({@link io.millrace.journal.store.SparseIndex})
 *         20261123F.cq4
 *         metadata.cq4t         Chronicle's own; only its writer needs it
 *       000002/
 *     archive/                  files of sessions that were released
 *       000001/
 *     progress.dat              how far the writer came ({@link io.millrace.journal.store.Progress})
 *     writer.lock               locked while a process writes
 * </pre>
 *
 * Chronicle Queue makes the files, and can read what is written into them ({@code io.millrace.journal.log.QueueFile}). But it is
 * not what reads them: its tailer waits for seconds on what a crash left behind, may write into what it reads, and takes a
 * damaged length for the end of the data. What reads is {@code io.millrace.journal.log.DocumentReader}, which maps the files
 * read-only and needs nothing but them.
 */
package io.millrace.journal.store;
