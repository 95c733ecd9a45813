/**
 * A venue in this process, and synthetic market data: for tests, demonstrations and measurements without a network.
 *
 * <pre>
 *   SyntheticMarket ──┐                                  ┌──▶ ExchangeSession ══▶ client
 *                     ├─▶ Tape ──▶ EmbeddedExchange ──▶ Sessions
 *   CaptureTape ──────┘           (one thread)           └──▶ ExchangeSession ══▶ client
 *
 *   SyntheticTrades ──▶ Inlet        without a venue in between
 * </pre>
 */
package io.millrace.feed.simulator;
