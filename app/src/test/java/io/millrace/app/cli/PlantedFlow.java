package io.millrace.app.cli;

import io.millrace.app.support.Cli;
import io.millrace.app.terminal.Console;
import io.millrace.connectors.Discard;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.testing.TimedItems;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A flow of somebody's own, on the numbers from 0 to 99, one in a microsecond. From 70 on, one of its steps misbehaves. */
public final class PlantedFlow {
    private static final long FROM = 70;
    private static final int ITEMS = 100;

    private PlantedFlow() {}

    /** The flow that depends on the process that it runs in. */
    public static void main(final String[] args) {
        System.exit(OwnFlow.execute(new Flow("planted", PlantedFlow::define), Console.ofProcess(), args));
    }

    static Cli run(final String... args) {
        return run(PlantedFlow::define, args);
    }

    /** The same steps, one of which fails. */
    static Cli runFailing(final String... args) {
        return run(
                flow -> define(flow, number -> {
                    if (number >= FROM) {
                        throw new IllegalStateException("no more");
                    }
                }),
                args);
    }

    private static Cli run(final Consumer<Dataflow> definition, final String... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final int exitCode = OwnFlow.execute(
                new Flow("planted", definition),
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false),
                args);
        return new Cli(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void define(final Dataflow flow) {
        define(flow, number -> {});
    }

    private static void define(final Dataflow flow, final Consumer<Long> check) {
        final List<TimedItems.At<Long>> items = new ArrayList<>();
        for (long i = 0; i < ITEMS; i++) {
            items.add(new TimedItems.At<>(i * 1_000, i));
        }
        flow.input("numbers", TimedItems.of(Codecs.INT64, items))
                .map("noisy", number -> {
                    check.accept(number);
                    return number < FROM
                            ? "number " + number
                            : "process " + ProcessHandle.current().pid();
                })
                .output("out", Discard.all());
    }
}
