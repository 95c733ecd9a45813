/**
 * The job on Kafka Streams, without a broker: its own test driver runs the topology in memory, in the thread that asks.
 *
 * <pre>
 *   TestInputTopic ─▶ bytes ─▶ filter ─▶ groupByKey, windowedBy, aggregate ─▶ Averaging ─▶ split: up | down
 *                                        └ store in memory ┘                  └ store in memory
 * </pre>
 */
package io.millrace.bench.peers.kafka;
