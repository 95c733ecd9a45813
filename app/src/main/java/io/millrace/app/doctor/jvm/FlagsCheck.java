package io.millrace.app.doctor.jvm;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the JVM runs with the flags of {@code config/jvm.options}. */
public final class FlagsCheck implements Check {
    private static final String SUBJECT = "flags of config/jvm.options";
    private static final Pattern SWITCH = Pattern.compile("-XX:([+-])(\\w+)");
    private static final Pattern VALUE = Pattern.compile("-XX:(\\w+)=(.+)");
    private static final Pattern PROPERTY = Pattern.compile("-D([^=]+)=(.*)");

    /** They make others known and do nothing themselves. */
    private static final List<String> MEANS =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockDiagnosticVMOptions");

    /** The choice of a collector has a check of its own. */
    private static final String COLLECTOR = "-XX:\\+Use\\w+GC";

    private final RunningJvm jvm;
    private final List<String> wanted;

    /**
     * @param wanted flags of the file
     */
    public FlagsCheck(final RunningJvm jvm, final List<String> wanted) {
        this.jvm = jvm;
        this.wanted = wanted.stream()
                .filter(flag -> !MEANS.contains(flag) && !flag.matches(COLLECTOR))
                .toList();
    }

    @Override
    public List<Finding> look() {
        if (!jvm.showsOptions()) {
            return List.of(Finding.unknown(SUBJECT, "this JVM does not show its options: only HotSpot does"));
        }
        final List<String> costs = new ArrayList<>();
        Verdict worst = Verdict.OK;
        for (final String flag : wanted) {
            final FlagCost cost = FlagCost.of(flag);
            final Optional<String> instead = cost.matters(jvm.feature()) ? instead(flag) : Optional.empty();
            if (instead.isPresent()) {
                costs.add(flag + " (" + instead.get() + "): " + cost.cost());
                worst = max(worst, cost.verdict());
            }
        }
        if (costs.isEmpty()) {
            return List.of(Finding.ok(SUBJECT, "all there"));
        }
        return List.of(Finding.of(SUBJECT, worst, costs.size() + " of " + wanted.size() + " missing or other")
                .costing(costs.toArray(new String[0]))
                .changedBy(
                        "start with ./millrace, or with java @config/jvm.options",
                        "look for other values in MILLRACE_JAVA_OPTS, JDK_JAVA_OPTIONS and JAVA_TOOL_OPTIONS"));
    }

    private static Verdict max(final Verdict one, final Verdict other) {
        return Comparator.<Verdict>naturalOrder().compare(one, other) >= 0 ? one : other;
    }

    /** What is so in place of a flag; empty if it is as wanted. */
    private Optional<String> instead(final String flag) {
        final Matcher on = SWITCH.matcher(flag);
        if (on.matches()) {
            return optionInstead(on.group(2), on.group(1).equals("+") ? "true" : "false");
        }
        final Matcher value = VALUE.matcher(flag);
        if (value.matches()) {
            return optionInstead(value.group(1), value.group(2));
        }
        final Matcher property = PROPERTY.matcher(flag);
        final boolean there = property.matches()
                ? jvm.properties()
                        .apply(property.group(1))
                        .filter(property.group(2)::equals)
                        .isPresent()
                : jvm.arguments().contains(flag);
        return there ? Optional.empty() : Optional.of("missing");
    }

    private Optional<String> optionInstead(final String name, final String wantedValue) {
        final Optional<String> value = jvm.option(name);
        if (value.isPresent()) {
            return value.filter(now -> !now.equals(wantedValue)).map(now -> "is " + now);
        }
        // With all options shown, it is one that this JVM does not have.
        return jvm.isOn("UnlockDiagnosticVMOptions") ? Optional.empty() : Optional.of("missing");
    }
}
