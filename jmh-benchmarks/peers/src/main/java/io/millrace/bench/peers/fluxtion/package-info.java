/**
 * The job on Fluxtion, as the class that its compiler makes of a flow.
 *
 * <pre>
 *   onEvent ─▶ filter ─▶ groupByTumbling: BarAggregate ─▶ flatMap ─▶ Averaging ─▶ filter ─▶ sink "ups"
 *                                                                          └────▶ filter ─▶ sink "downs"
 * </pre>
 *
 * What a flow names is public, because the compiled class is in another package.
 */
package io.millrace.bench.peers.fluxtion;
