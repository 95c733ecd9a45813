/**
 * The files of a log, without what happens per record.
 *
 * <pre>
 *   &lt;directory&gt;/
 *     input/                    a Chronicle Queue ("items" in an output log)
 *       20261122F.cq4           one file per roll, oldest first by name
 *       20261123F.cq4
 *       metadata.cq4t           Chronicle's own; only its writer needs it
 *     progress.dat              how far the writer came ({@link io.millrace.journal.store.Progress})
 *     writer.lock               locked while a process writes
 * </pre>
 *
 * Chronicle Queue writes the files. It does not read them: its tailer waits for seconds on what a crash left behind, may
 * write into what it reads, and takes a damaged length for the end of the data. What reads is
 * {@link io.millrace.journal.log.DocumentReader}, which maps the files read-only and needs nothing but them.
 */
package io.millrace.journal.store;
