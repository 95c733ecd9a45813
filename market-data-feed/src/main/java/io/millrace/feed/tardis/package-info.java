/**
 * tardis.dev, which sells recordings of many exchanges: its CSV files, read as captures. There is nothing to connect to.
 */
package io.millrace.feed.tardis;
