/**
 * What comes by which of several connections: each of them has a gate, which sees all that its decoder is about to give,
 * and those of one plan share what has been given.
 *
 * <pre>
 *   connection A ──▶ decoder ──asks──▶ ConnectionGate ─┐
 *                                       │ StreamWatch  ├──▶ Arbitration: given already? by whom? ids chain?
 *   connection B ──▶ decoder ──asks──▶ ConnectionGate ─┘
 * </pre>
 *
 * Two connections of one plan are there at the same time when one is about to take the other's place, and when they are
 * redundant on purpose. What has ids goes to whoever brings it first; what has none, to one connection that leads.
 */
package io.millrace.feed.gate;
