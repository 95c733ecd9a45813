package io.millrace.engine.run;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.graph.FlowInput;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.CommandQueue;
import io.millrace.engine.loop.Cuts;
import io.millrace.engine.loop.Health;
import io.millrace.engine.loop.Ingress;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.loop.NextDeadline;
import io.millrace.engine.loop.OpenSource;
import io.millrace.engine.loop.Pacer;
import io.millrace.engine.loop.Pump;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.SystemNanoClock;

/** Opens the sources of a live flow and puts an ingress behind them. */
final class LivePump {
    private LivePump() {}

    /** Called on the ingress thread. What was opened is closed again if something can't be. */
    static Pump open(
            final List<FlowInput> inputs,
            final List<RequestQueue> requests,
            final InputLog log,
            final Beginning beginning,
            final CommandQueue commands,
            final NextDeadline nextDeadline,
            final Cuts cuts,
            final RunConfig config,
            final Health health) {
        final List<OpenSource> sources = new ArrayList<>();
        final List<Source> opened = new ArrayList<>();
        try {
            for (final Map.Entry<Feed, List<FlowInput>> served : byFeed(inputs).entrySet()) {
                final List<FlowInput> itsInputs = served.getValue();
                if (itsInputs.stream().allMatch(input -> beginning.places().hasEnded(input.index()))) {
                    continue;
                }
                final Source source = served.getKey()
                        .open(new FeedContext(served.getKey(), itsInputs, beginning.places(), config, health));
                opened.add(source);
                sources.add(new OpenSource(
                        source,
                        itsInputs.stream().mapToInt(FlowInput::index).toArray(),
                        requests.stream()
                                .filter(queue -> itsInputs.stream().anyMatch(input -> input.index() == queue.input()))
                                .toArray(RequestQueue[]::new)));
            }
            requireOneKindOfTime(sources);
        } catch (final RuntimeException | Error e) {
            closeAll(opened, e);
            throw e;
        }
        return new Ingress(
                sources.toArray(new OpenSource[0]),
                new Inlet(config.batchRecords(), config.batchBytes(), beginning),
                log,
                config.clock(),
                new Pacer(config.pace(), SystemNanoClock.INSTANCE),
                commands,
                nextDeadline,
                cuts);
    }

    private static Map<Feed, List<FlowInput>> byFeed(final List<FlowInput> inputs) {
        final Map<Feed, List<FlowInput>> byFeed = new LinkedHashMap<>();
        for (final FlowInput input : inputs) {
            final Feed feed = input.origin().feed();
            if (feed != null) {
                byFeed.computeIfAbsent(feed, f -> new ArrayList<>()).add(input);
            }
        }
        return byFeed;
    }

    private static void requireOneKindOfTime(final List<OpenSource> sources) {
        if (sources.stream().anyMatch(OpenSource::isTimed) && !sources.stream().allMatch(OpenSource::isTimed)) {
            throw new FlowException("sources that bring their own time (captures, files) can't be mixed with live ones:"
                    + " run them apart, or record the live ones first");
        }
    }

    private static void closeAll(final List<Source> opened, final Throwable cause) {
        for (final Source source : opened) {
            try {
                source.close();
            } catch (final Throwable e) {
                cause.addSuppressed(e);
            }
        }
    }
}
