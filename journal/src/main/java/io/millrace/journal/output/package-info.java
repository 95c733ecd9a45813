/**
 * The output log: a sink whose items can be read back, each with its number.
 *
 * <pre>
 *   item ──codec──▶ OutputLogSink ──one document per flush──▶ items/*.cq4 ──▶ OutputLogReader ──codec──▶ item, number
 * </pre>
 *
 * With the journal's id and the name of the output step, an item's number is the id of an output: the running count of
 * what that sink was given.
 */
package io.millrace.journal.output;
