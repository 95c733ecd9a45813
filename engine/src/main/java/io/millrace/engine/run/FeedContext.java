package io.millrace.engine.run;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.graph.FlowInput;
import io.millrace.engine.loop.Health;
import io.millrace.engine.loop.InputPlaces;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.SourceContext;
import java.util.List;
import org.agrona.concurrent.status.AtomicCounter;

/** What one feed's source is given. */
final class FeedContext implements SourceContext {
    private final Feed feed;
    private final List<FlowInput> inputs;
    private final InputPlaces places;
    private final RunConfig config;
    private final Health health;

    /**
     * @param inputs inputs of the flow that name this feed
     * @param places how far they have come
     */
    FeedContext(
            final Feed feed,
            final List<FlowInput> inputs,
            final InputPlaces places,
            final RunConfig config,
            final Health health) {
        this.feed = feed;
        this.inputs = inputs;
        this.places = places;
        this.config = config;
        this.health = health;
    }

    @Override
    public int input(final String stream) {
        for (final FlowInput input : inputs) {
            if (input.origin().stream().equals(stream)) {
                return input.index();
            }
        }
        return UNUSED;
    }

    @Override
    public long position() {
        long furthest = RecordLayout.NO_POSITION;
        for (final FlowInput input : inputs) {
            furthest = Math.max(furthest, places.position(input.index()));
        }
        return furthest;
    }

    @Override
    public AtomicCounter counter(final String label) {
        return config.counters().counter(feed.name() + ": " + label);
    }

    @Override
    public void report(final String message) {
        config.reporter().accept(feed.name() + ": " + message);
    }

    @Override
    public void fail(final Throwable error) {
        health.fail(error);
    }
}
