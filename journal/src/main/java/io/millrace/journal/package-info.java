/**
 * The journal: every input record, in order, before an operator sees it.
 *
 * <pre>
 *   Journal.create ──▶ JournalWriter ──documents──▶ input/*.cq4 ──▶ JournalReader ◀── Journal.open
 *    (live run)         one per batch               one per roll      (replay, tools)
 *
 *   a file:  HEAD  DEFINITIONS  BATCH  BATCH  BATCH ...
 *            what it is         records 0..63, 64..90, ...
 *              everything defined in files before
 * </pre>
 *
 * <table>
 *   <caption>Packages</caption>
 *   <tr><td>{@code model}</td><td>plain values: head, options, damage</td></tr>
 *   <tr><td>{@code log}</td><td>hot: documents, the journal's writer and reader</td></tr>
 *   <tr><td>{@code store}</td><td>cold: directories, files, messages, the door to Chronicle</td></tr>
 *   <tr><td>{@code snapshot}</td><td>snapshots of state, beside the journal</td></tr>
 *   <tr><td>{@code sync}</td><td>durability</td></tr>
 *   <tr><td>{@code output}</td><td>the output log, a sink</td></tr>
 *   <tr><td>{@code tool}</td><td>looks at journals: info, verify, print</td></tr>
 * </table>
 */
package io.millrace.journal;
