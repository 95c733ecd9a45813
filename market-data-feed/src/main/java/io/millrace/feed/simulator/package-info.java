/**
 * A venue in this process, and synthetic market data: for tests, demonstrations and measurements without a network.
 *
 * <pre>
 *   SyntheticMarket ──┐            of a venue: ExchangeProtocol
 *    (true books)     │                              │
 *                     ├─▶ Tape ──▶ Exchange ──▶ ClientSession ──▶ ExchangeClient ──▶ Wire ──▶ client
 *   CaptureTape ──────┘               ▲                                                │
 *                                     └── sockets around it: EmbeddedExchange, SocketWire
 *
 *   SyntheticTrades ──▶ Inlet        without a venue in between
 * </pre>
 */
package io.millrace.feed.simulator;
