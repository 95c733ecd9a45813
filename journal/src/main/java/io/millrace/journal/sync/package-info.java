/**
 * When appended records reach the disk.
 *
 * <pre>
 *   append ──▶ page cache ──┬─ PROCESS:  left to the operating system
 *                           ├─ INTERVAL: a thread of its own syncs every n ms    ──▶ disk
 *                           └─ BATCH:    the append itself syncs, then returns   ──▶ disk
 * </pre>
 */
package io.millrace.journal.sync;
