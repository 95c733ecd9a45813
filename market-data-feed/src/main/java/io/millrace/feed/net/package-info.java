/**
 * Connections to venues by websocket (RFC 6455) and REST, on Netty.
 *
 * <pre>
 *   venue ══ws/wss══▶ WebSocketPipeline ──▶ ConnectionHandler ──▶ Session ──▶ FrameIntake ──▶ FrameRing
 *     ▲                                                            │   │          ▲   │           │
 *     │                       Line ── Connection ── Renewal ───────┘   │     RestFrames └▶ RawRecorder
 *     └───── Conversation: subscriptions, signs of life ◀──────────────┘          ▲               │
 *   venue ══http/https══▶ RestCall ──▶ RestClient ◀── BookRequests, InstrumentLists               │
 *            ─────────────────── one network thread for each feed ───────────────────────         │
 *                                                                                                 ▼
 *                                                            ingress thread: LiveSource.poll ──▶ Inlet
 * </pre>
 *
 * A {@code Line} is one plan and what has been given of it; it has one {@code Connection}, or two that are redundant, each
 * of which keeps one {@code Session} up, or two while one takes the other's place.
 *
 * <p>Marks of connections that came and went, faults of books and answers travel through the same ring as the events, so a
 * flow sees them in their place.
 */
package io.millrace.feed.net;
