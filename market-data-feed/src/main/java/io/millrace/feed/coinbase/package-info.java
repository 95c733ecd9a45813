/**
 * Coinbase, in two venues: the Exchange feed, and Advanced Trade, which share markets but no words. Books of both come with a
 * snapshot in band. Advanced Trade numbers the messages of a connection, over all channels; the Exchange feed's updates of
 * books have no number: what is missing of them can't be told.
 */
package io.millrace.feed.coinbase;
