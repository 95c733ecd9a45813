/**
 * Kraken spot: its addresses, what to say there, how it spells instruments. Its books come with a snapshot in band, without
 * ids: a checksum over the ten best levels of each side tells whether anything was missed.
 */
package io.millrace.feed.kraken;
