/**
 * What the outside world implements: sources, sinks, the input log.
 *
 * <pre>
 *   Feed ──open──▶ Source ──poll──▶ Inlet ──▶ InputLog ──▶ stages ──▶ Sink ◀──open── SinkFactory
 * </pre>
 *
 * A {@link io.millrace.engine.spi.Feed} and a {@link io.millrace.engine.spi.SinkFactory} are descriptions: they stand in a
 * flow's definition and touch nothing. Only the live copy of a flow opens them.
 */
package io.millrace.engine.spi;
