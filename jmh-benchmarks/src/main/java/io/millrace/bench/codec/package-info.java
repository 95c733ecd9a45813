/**
 * What it costs to write an event in place and to read it again, beside plain puts and gets of the same fields into memory
 * outside the heap.
 *
 * <pre>
 *   fields ──▶ TradeWriter, ... ──▶ 1,024 places, one after the other ──▶ Trade.CODEC.view ──▶ sum of all fields
 *   fields ──▶ VarHandle.set ─────▶ the same                          ──▶ VarHandle.get ─────▶ the same sum
 * </pre>
 */
package io.millrace.bench.codec;
