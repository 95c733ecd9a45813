/**
 * Deribit: its addresses, what to say there, how it spells instruments. Its books come with a snapshot in band, and each change
 * names the one before it.
 */
package io.millrace.feed.deribit;
