package io.millrace.engine.verify;

import io.millrace.engine.compile.StepObserver;
import io.millrace.engine.compile.Tap;
import io.millrace.engine.stage.ItemObserver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** Windows at all steps of a copy of a flow. */
final class Windows implements StepObserver {
    private static final Comparator<Window> ORDER = Comparator.<Window>comparingInt(
                    window -> window.tap().step().place())
            .thenComparing(window -> window.tap().kind())
            .thenComparingInt(window -> window.tap().index());

    private final ToLongFunction<Tap> first;
    private final LongSupplier seq;
    private final List<Window> windows = new ArrayList<>();

    Windows(final ToLongFunction<Tap> first, final LongSupplier seq) {
        this.first = first;
        this.seq = seq;
    }

    @Override
    public ItemObserver observe(final Tap tap) {
        if (!Detail.STEPS.wants(tap)) {
            return null;
        }
        final Window window = new Window(tap, first.applyAsLong(tap), seq);
        windows.add(window);
        return window;
    }

    void open() {
        windows.forEach(Window::open);
    }

    /** The window at the same place, if it is the only one: parts of a step see some of the items each. */
    Optional<Window> at(final Tap tap) {
        final List<Window> there =
                windows.stream().filter(window -> isSame(window.tap(), tap)).toList();
        return there.size() == 1 ? Optional.of(there.get(0)) : Optional.empty();
    }

    private static boolean isSame(final Tap one, final Tap other) {
        return one.step().place() == other.step().place() && one.kind() == other.kind() && one.index() == other.index();
    }

    List<Window> inOrder() {
        return windows.stream().sorted(ORDER).toList();
    }
}
