/**
 * The journal: every input record, in order, before an operator sees it.
 *
 * <pre>
 *   Journal.create ──▶ JournalWriter ──documents──▶ input/000001/*.cq4 ──▶ JournalReader ◀── Journal.open
 *    (live run)         one per batch         ┌───▶ input/000002/*.cq4       (replay, tools)
 *   Journal.resume ──▶ JournalResumption ─────┘     one directory per session, one file per roll
 *    (after a stop, or kill -9)
 *
 *   a file:  HEAD  DEFINITIONS  BATCH  BATCH  BATCH ...
 *            what it is         records 0..63, 64..90, ...
 *              everything defined in files before
 * </pre>
 *
 * <table>
 *   <caption>Packages</caption>
 *   <tr><td>{@code model}</td><td>plain values: head, options, damage</td></tr>
 *   <tr><td>{@code document}</td><td>hot: the bytes of documents and files</td></tr>
 *   <tr><td>{@code session}</td><td>cold: what sessions there are, and what of each counts</td></tr>
 *   <tr><td>{@code log}</td><td>hot: the journal's writer and reader</td></tr>
 *   <tr><td>{@code restart}</td><td>cold: going on with a journal</td></tr>
 *   <tr><td>{@code store}</td><td>cold: directories, files, messages, the door to Chronicle</td></tr>
 *   <tr><td>{@code snapshot}</td><td>snapshots of state, beside the journal</td></tr>
 *   <tr><td>{@code sync}</td><td>durability</td></tr>
 *   <tr><td>{@code output}</td><td>the output log, a sink</td></tr>
 *   <tr><td>{@code tool}</td><td>looks at journals: info, verify, print</td></tr>
 * </table>
 */
package io.millrace.journal;
