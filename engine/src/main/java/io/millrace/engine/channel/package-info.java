/**
 * How records travel between threads, and the one order in which their effects happen.
 *
 * <pre>
 *  producer ──claim──▶ ┌────┬────┬────┬────┬────┬────┬────┬────┐ ──poll──▶ reader 0
 *                      │ 64 │ 64 │ 64 │    │    │ 64 │ 64 │ 64 │ ──poll──▶ reader 1
 *                      └────┴────┴────┴────┴────┴────┴────┴────┘
 *                        one record takes as many units as it needs; a producer waits for its slowest reader
 * </pre>
 *
 * What stands in a channel is either a record as the journal has it ({@link io.millrace.engine.channel.RecordLayout}) or
 * a cell that one stage sent to another ({@link io.millrace.engine.channel.CellLayout}). A cell carries its
 * {@link io.millrace.engine.channel.Stamp}: its place in the total order of effects, by which a stage that reads several
 * channels takes them in the order in which a single thread would have produced them.
 */
package io.millrace.engine.channel;
