/**
 * OKX, version 5 of its interface: its addresses, what to say there, how it spells instruments. Its books come with a snapshot in
 * band, and each update names the one before it.
 */
package io.millrace.feed.okx;
