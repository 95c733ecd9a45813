/**
 * Counters that can be read from outside the process while it runs: an Agrona counters file.
 *
 * <pre>
 *   0               4               8               12              16
 *  +---------------+---------------+---------------+---------------+----------------+------------------+
 *  | magic         | version       | metadata len  | values len    | metadata ...   | values ...       |
 *  +---------------+---------------+---------------+---------------+----------------+------------------+
 *                                                                  64
 * </pre>
 *
 * Metadata and values are laid out as {@link org.agrona.concurrent.status.CountersManager} has them.
 */
package io.millrace.engine.metrics;
