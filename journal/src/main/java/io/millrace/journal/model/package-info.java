/**
 * What a journal says about itself and how one is asked for: plain values, no files.
 *
 * <pre>
 *   JournalOptions ──▶ Journal.create ──▶ JournalHead ──▶ first document of every file
 *   ReadOptions ─────▶ Journal.open ────▶ JournalHead ◀── the same
 *                                    └──▶ DamageException, if the files are not what was written
 * </pre>
 */
package io.millrace.journal.model;
