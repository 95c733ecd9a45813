package io.millrace.app.doctor;

import io.millrace.app.doctor.jvm.RunningJvm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JVM that was started with what a test says. */
public final class FakeJvm {
    private final int feature;
    private final Map<String, String> options = new HashMap<>(Map.of("MaxHeapSize", "1073741824"));
    private final Map<String, String> properties = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();

    public FakeJvm(final int feature) {
        this.feature = feature;
    }

    /** An option has a value. */
    public FakeJvm option(final String name, final Object value) {
        options.put(name, value.toString());
        return this;
    }

    /** It shows no options, as if it were no HotSpot. */
    public FakeJvm withoutOptions() {
        options.clear();
        return this;
    }

    public FakeJvm property(final String name, final String value) {
        properties.put(name, value);
        return this;
    }

    public FakeJvm argument(final String argument) {
        arguments.add(argument);
        return this;
    }

    /** What checks look at. */
    public RunningJvm jvm() {
        return new RunningJvm(
                feature,
                feature + ".0.1",
                arguments,
                name -> Optional.ofNullable(options.get(name)),
                name -> Optional.ofNullable(properties.get(name)));
    }
}
