/**
 * How long a trade takes from the time at which it should be sent to the sink that it reaches, at planned rates, with the
 * journal on.
 *
 * <pre>
 *   Arrivals: constant, in bursts, as recorded
 *      │
 *   Schedule: trade n is due at start + due(n); warm-up, then what counts
 *      │
 *   PlannedFeed ─▶ ingress ─▶ journal ─▶ chain: z-score of each tick ─▶ LatencySink ─▶ histograms ─▶ .hlog
 *      gives what is due                     └▶ candles of 1 s ────────▶ sink
 *                                                                          │ of each slice of time
 *   what it cost: bench.cost                                         SteadyState: from when on it goes as it goes in the end
 * </pre>
 *
 * A trade's latency starts when it was due, not when it was sent: if the flow stalls, all trades that should have been
 * sent meanwhile carry the stall (no coordinated omission); a test plants one and counts them. The feed runs on the ingress
 * thread, like a source that polls a network card. What disturbed the run from outside is in its context.
 */
package io.millrace.bench.latency;
