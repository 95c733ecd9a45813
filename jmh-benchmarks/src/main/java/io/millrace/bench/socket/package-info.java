/**
 * How long it takes from a frame on a socket to the operators: a recorded capture is played by the embedded exchange over a
 * loopback websocket, at the pace at which it was recorded and faster.
 *
 * <pre>
 *   capture ─▶ StretchTape ─▶ exchange ══ loopback ══▶ feed: read, decode ─▶ ring ─▶ ingress ─▶ journal ─▶ operators ─▶ sinks
 *              │ when due                              │ receive time                                              │
 *              └─────────── from the intended send ────┼───────────────────────────────────────────────────────────┤
 *                                                      └─────────── from receive ──────────────────────────────────┘
 * </pre>
 *
 * The exchange, the feed's network thread and the flow share the machine; all of it is in one process. From the intended
 * send, whatever delays a frame counts, the exchange itself too; from receive, only what the feed and the flow do.
 */
package io.millrace.bench.socket;
