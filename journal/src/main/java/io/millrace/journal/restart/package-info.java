/**
 * Going on with a journal after its process has ended, in whatever way.
 *
 * <pre>
 *   Journal.resume ──▶ JournalResumption ──read──▶ LossyReader ──▶ recovery
 *        lock, head         │
 *                           └──resume──▶ JournalWriter of a new session
 *                                         definitions so far, progress
 * </pre>
 */
package io.millrace.journal.restart;
