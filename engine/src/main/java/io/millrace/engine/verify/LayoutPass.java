package io.millrace.engine.verify;

import io.millrace.engine.compile.EffectException;
import io.millrace.engine.compile.StepObserver;
import io.millrace.engine.compile.Tap;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.StepException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Compares the layout with threads with what the layout without has done. */
final class LayoutPass {
    private static final String COPIES = "the layouts with one thread and with several";

    private final Supplier<Graph> definition;
    private final Supplier<RunConfig> configs;
    private final LongFunction<InputLogReader> records;

    LayoutPass(
            final Supplier<Graph> definition,
            final Supplier<RunConfig> configs,
            final LongFunction<InputLogReader> records) {
        this.definition = definition;
        this.configs = configs;
        this.records = records;
    }

    /**
     * Compares.
     *
     * @param checkpoints of the layout without threads, all of them
     */
    Optional<Difference> compare(final List<Checkpoint> checkpoints) {
        if (checkpoints.isEmpty()) {
            return Optional.empty();
        }
        final List<CountedHash> taps = new ArrayList<>();
        final Checkpoint last = checkpoints.get(checkpoints.size() - 1);
        final Map<String, Long> states;
        try {
            states = run(
                    tap -> {
                        if (!Detail.OUTLETS.wants(tap)) {
                            return null;
                        }
                        final CountedHash counted = new CountedHash(tap, marks(checkpoints, tap));
                        taps.add(counted);
                        return counted;
                    },
                    records.apply(0));
        } catch (final RuntimeException e) {
            return Optional.of(failed(e, last.inputSeq()));
        }
        int first = -1;
        for (final CountedHash tap : taps) {
            final int different = isAlone(tap, taps) ? tap.firstDifferent() : inParts(tap, taps, last);
            if (different >= 0 && (first < 0 || different < first)) {
                first = different < checkpoints.size() ? different : checkpoints.size() - 1;
            }
        }
        return first >= 0 ? Optional.of(closer(checkpoints, first, taps)) : ofState(last, states);
    }

    private static Difference failed(final RuntimeException failure, final long lastSeq) {
        final boolean effect = failure instanceof EffectException;
        final long seq = effect ? ((EffectException) failure).inputSeq() : -1;
        final String step = failure.getCause() instanceof StepException cause ? cause.stepId() : "?";
        return new Difference(
                COPIES,
                Math.max(0, seq),
                seq < 0 ? lastSeq : seq,
                step,
                "how it ends",
                "no failure",
                ItemText.written(failure),
                List.of(step));
    }

    /** Runs all threads to the end; gives the hashes of the steps' states. */
    private Map<String, Long> run(final StepObserver observer, final InputLogReader reader) {
        final RunConfig config =
                configs.get().layout(Layout.THREADED).check(false).discard(true).observer(observer);
        final FlowRun run = FlowRun.replay(definition, reader, config);
        try (run) {
            run.start();
            run.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the flow was verified", e);
        }
        return run.stepHashes();
    }

    private static List<Mark> marks(final List<Checkpoint> checkpoints, final Tap tap) {
        final Mark wanted = new TapHash(tap, false).mark();
        return checkpoints.stream()
                .map(checkpoint -> checkpoint.marks().stream()
                        .filter(wanted::isOf)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static boolean isAlone(final CountedHash tap, final List<CountedHash> taps) {
        return partsOf(tap, taps).size() == 1;
    }

    private static List<CountedHash> partsOf(final CountedHash tap, final List<CountedHash> taps) {
        final Mark wanted = new TapHash(tap.tap(), false).mark();
        return taps.stream()
                .filter(other -> wanted.isOf(new TapHash(other.tap(), false).mark()))
                .toList();
    }

    /** Parts see some of the items each: only all that they have seen together can be compared, and not its order. */
    private static int inParts(final CountedHash tap, final List<CountedHash> taps, final Checkpoint last) {
        final List<CountedHash> parts = partsOf(tap, taps);
        final Mark expected = marks(List.of(last), tap.tap()).get(0);
        final long count = parts.stream().mapToLong(CountedHash::count).sum();
        final long sum = parts.stream().mapToLong(CountedHash::sum).sum();
        return count == expected.count() && sum == expected.sum() ? -1 : Integer.MAX_VALUE;
    }

    private static Optional<Difference> ofState(final Checkpoint last, final Map<String, Long> states) {
        for (final Mark mark : last.marks()) {
            final Long state = states.get(mark.step());
            if (mark.port() == Mark.Port.STATE && state != null && state != mark.hash()) {
                return Optional.of(new Difference(
                        COPIES,
                        0,
                        last.inputSeq(),
                        mark.step(),
                        mark.describe() + " at the end",
                        mark.value(),
                        "state " + Long.toHexString(state),
                        List.of(mark.step())));
            }
        }
        return Optional.empty();
    }

    /** Runs both once more, and keeps everything that passes in one interval. */
    private Difference closer(final List<Checkpoint> checkpoints, final int index, final List<CountedHash> taps) {
        final long firstSeq = index == 0 ? 0 : checkpoints.get(index - 1).inputSeq() + 1;
        final long lastSeq = checkpoints.get(index).inputSeq();
        final Windows fused = oneThread(firstSeq, lastSeq);
        final Windows threaded =
                new Windows(tap -> fused.at(tap).map(Window::first).orElse(0L), () -> -1);
        run(threaded, new UpTo(records.apply(0), lastSeq));
        int blamed = -1;
        for (final Window window : fused.inOrder()) {
            final int at = threaded.at(window.tap()).map(window::firstDifferent).orElse(-1);
            final int place = window.tap().step().place();
            if (at >= 0 && window.tap().kind().isInput()) {
                blamed = place;
            } else if (at >= 0 && blamed != place) {
                final Window other = threaded.at(window.tap()).orElseThrow();
                return new Difference(
                        COPIES,
                        window.seq(at),
                        window.seq(at),
                        window.tap().step().id(),
                        new TapHash(window.tap(), false).mark().describe(),
                        window.text(at),
                        other.text(at),
                        List.of(window.tap().step().id()));
            }
        }
        final List<String> outlets = taps.stream()
                .filter(tap -> !isAlone(tap, taps) || tap.firstDifferent() >= 0)
                .map(tap -> tap.tap().step().id())
                .distinct()
                .toList();
        return new Difference(COPIES, firstSeq, lastSeq, null, "", "", "", outlets);
    }

    private Windows oneThread(final long firstSeq, final long lastSeq) {
        final long[] seq = new long[1];
        final Windows windows = new Windows(tap -> Long.MAX_VALUE, () -> seq[0]);
        final RunConfig config = configs.get().discard(true).observer(windows);
        try (InputLogReader reader = records.apply(0);
                SteppedFlow flow = new SteppedFlow(definition, config)) {
            final Slices slices = new Slices(reader, 0, 0, lastSeq, 1);
            while (slices.next()) {
                seq[0] = slices.lastSeq();
                if (seq[0] == firstSeq) {
                    windows.open();
                }
                flow.onBatch(slices.buffer(), slices.offset(), slices.length());
            }
        }
        return windows;
    }
}
