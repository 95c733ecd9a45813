/**
 * Market data: venues and what their feeds have in common.
 *
 * <pre>
 *   venue ──websocket──▶ net ──────┐
 *                                  ├─frames─▶ a venue's decoder ─events─▶ Inlet ──▶ flow
 *   file ──lines──▶ capture ───────┘          (binance.wire)
 *
 *   simulator: a venue in this process, for tests, demonstrations and measurements
 * </pre>
 */
package io.millrace.feed;
