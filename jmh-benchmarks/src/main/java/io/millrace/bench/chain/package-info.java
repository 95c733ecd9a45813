/**
 * What the vocabulary costs: three flows written in it, and the same logic written by hand, over the same encoded records,
 * with the same keyed store, compared for equal output before any figure counts.
 *
 * <pre>
 *   T   filter ─▶ key ─▶ EMA and z-score per tick ─▶ three ways ─▶ sinks
 *   W   filter ─▶ key ─▶ candles of 1 s ─▶ EMA ─▶ two ways ─▶ sinks
 *   L   nine steps deep per tick
 * </pre>
 */
package io.millrace.bench.chain;
