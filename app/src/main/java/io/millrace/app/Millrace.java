package io.millrace.app;

import io.millrace.app.cli.OwnFlow;
import io.millrace.app.run.Shutdown;
import io.millrace.app.terminal.Console;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.function.Consumer;

/**
 * The way to run a flow of your own from the command line.
 *
 * <pre>{@code
 *   public static void main(String[] args) {
 *       Millrace.run("candles", Candles::define, args);
 *   }
 * }</pre>
 *
 * <p>Programs that do more than that use {@link io.millrace.engine.run.FlowRun} itself.
 */
public final class Millrace {
    private Millrace() {}

    /**
     * Runs a flow, as its arguments say: live, with a journal, or from a journal. {@code --help} prints what they are.
     * Does not return: the process ends with the run, with exit code 0, 1 if it failed, or 2 if the arguments are wrong.
     *
     * @param name       of the flow; stands in the journal
     * @param definition called once for each copy of the flow; must build the same steps each time
     */
    public static void run(final String name, final Consumer<Dataflow> definition, final String... args) {
        Shutdown.install();
        Shutdown.exit(OwnFlow.execute(new Flow(name, definition), Console.ofProcess(), args));
    }
}
