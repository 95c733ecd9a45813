/**
 * How long a trade takes from the time at which it should be sent to the sink that it reaches, at planned rates, with the
 * journal on.
 *
 * <pre>
 *   Schedule: trade n is due at start + n / rate
 *      │
 *   PlannedFeed ─▶ ingress ─▶ journal ─▶ chain: z-score of each tick ─▶ LatencySink ─▶ histograms ─▶ .hlog
 *      gives what is due                     └▶ candles of 1 s ────────▶ sink
 * </pre>
 *
 * A trade's latency starts when it was due, not when it was sent: if the flow stalls, all trades that should have been
 * sent meanwhile carry the stall (no coordinated omission). The feed runs on the ingress thread, like a source that polls
 * a network card. What disturbed the run from outside is in its context.
 */
package io.millrace.bench.latency;
