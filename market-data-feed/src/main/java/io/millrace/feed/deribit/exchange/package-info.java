/** Deribit as its clients see it: the venue's side of its protocol, for an exchange in this process. */
package io.millrace.feed.deribit.exchange;
