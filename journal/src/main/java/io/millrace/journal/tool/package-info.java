/**
 * Looks at journals, running or not, without changing them. What these classes give is data and text; the command line is
 * not here.
 *
 * <pre>
 *   JournalReader ──▶ RecordCursor ──┬──▶ JournalInfo       what it is, how much, from when to when
 *                                    ├──▶ JournalVerifier   whether it is what was written
 *                                    └──▶ JournalPrinter    its records as lines of text
 * </pre>
 */
package io.millrace.journal.tool;
