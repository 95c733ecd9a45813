/**
 * The demo: all of Millrace on one machine, and a table of what it does.
 *
 * <pre>
 *   EmbeddedExchange ── websocket ──▶ BinanceFeed ──▶ DemoFlow ──▶ DemoBoard ──▶ DemoScreen
 *    SyntheticMarket                                └▶ journal
 * </pre>
 */
package io.millrace.app.demo;
