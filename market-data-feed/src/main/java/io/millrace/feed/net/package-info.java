/**
 * Connections to venues by websocket (RFC 6455), on Netty.
 *
 * <pre>
 *   venue ══ws/wss══▶ WebSocketPipeline ──▶ ConnectionHandler ──▶ Connection ──▶ FrameIntake ──▶ FrameRing
 *                                             (what happened)     (reconnects)    (decodes)         │
 *            ─────────────────── one network thread for each feed ───────────────────────           │
 *                                                                                                   ▼
 *                                                              ingress thread: LiveSource.poll ──▶ Inlet
 * </pre>
 *
 * Marks of connections that came and went travel through the same ring as the events, so a flow sees them in their place.
 */
package io.millrace.feed.net;
