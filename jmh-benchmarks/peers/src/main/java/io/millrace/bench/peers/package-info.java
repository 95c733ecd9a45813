/**
 * Millrace and its peers on the same job, side by side: docs/peers.md.
 *
 * <pre>
 *   Main ─▶ PeersComparison ── for each round, for each peer ──▶ PeerProcess ══▶ a JVM of its own: PeerMain ─▶ Engine
 *                │                                                   │                or Python: a script
 *                │◀── Outcome: best time, or why there is none ◀── Results: equal to the reference, or no figure
 *                ▼
 *           PeerRatios ─▶ ResultsWriter
 * </pre>
 *
 * Only one of the processes lives at a time. This module alone depends on the peers, and is built with the profile "peers"
 * only.
 */
package io.millrace.bench.peers;
