/**
 * The demo: all of Millrace on one machine, and a table of what it does.
 *
 * <pre>
 *   EmbeddedExchange ── websocket ──▶ VenueFeed ──▶ DemoFlow ──▶ DemoBoard ──▶ DemoScreen
 *    SyntheticMarket                                └▶ journal
 * </pre>
 */
package io.millrace.app.demo;
