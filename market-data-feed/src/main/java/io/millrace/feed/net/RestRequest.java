package io.millrace.feed.net;

/**
 * A GET at a venue, and how its answer becomes a frame that the venue's decoder knows: with a head before it and a tail
 * behind it. So what is asked for takes the same way as what is sent, into recordings too.
 *
 * @param path   path and query
 * @param head   before the body
 * @param tail   behind the body
 * @param weight what it costs of the venue's limit
 */
public record RestRequest(String path, String head, String tail, int weight) {}
