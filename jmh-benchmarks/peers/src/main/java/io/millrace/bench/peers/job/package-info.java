/**
 * The job that all do, without any engine: the trades, what a candle and its average are, and what came out.
 *
 * <pre>
 *   Trades ─▶ filter: size ─▶ key: instrument ─▶ Candle of 1 s ─▶ Average of its closes ─▶ up or down ─▶ Results
 * </pre>
 *
 * The arithmetic stands here once, so that what engines give is equal to the last bit.
 */
package io.millrace.bench.peers.job;
