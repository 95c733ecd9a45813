package io.millrace.report.html;

import io.millrace.report.figure.Course;
import io.millrace.report.figure.Mark;
import io.millrace.report.machine.Machine;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.Results;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Title, origin, and what came out in a few words. */
final class HeadSection {
    /** Up to so many missed targets are named. */
    private static final int NAMED = 3;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HeadSection() {}

    static String day(final MachineContext context) {
        return DAY.format(context.when());
    }

    static void write(final Markup markup, final Results results) {
        final MachineContext context = results.context();
        markup.open("header");
        markup.leaf("p", "Millrace", "class", "eyebrow");
        markup.leaf("h1", "Performance report");
        markup.open("p", "class", "lede").text("Measured ");
        markup.leaf(
                "time",
                MINUTE.format(context.when()),
                "datetime",
                context.when().toString());
        markup.text(" at commit ").leaf("code", context.commit());
        markup.text(" on " + machine(context.machine()) + ", JDK "
                        + context.jvm().version() + ".")
                .close();
        markup.open("ul", "class", "tiles");
        tiles(markup, results);
        markup.close();
        navigation(markup, results);
        markup.close();
    }

    private static String machine(final Machine machine) {
        final String cpu = machine.cpu().equals(Machine.UNKNOWN) ? "an unknown processor" : machine.cpu();
        return cpu + ", " + machine.processors() + (machine.processors() == 1 ? " processor" : " processors")
                + (machine.isVirtual() ? ", virtual machine" : "");
    }

    private static void tiles(final Markup markup, final Results results) {
        final List<Ratio> aimed = results.ratios().stream()
                .filter(ratio -> ratio.target().isSet())
                .toList();
        if (!aimed.isEmpty()) {
            final List<Ratio> missed =
                    aimed.stream().filter(ratio -> !ratio.isReached()).toList();
            tile(markup, aimed.size() - missed.size() + " of " + aimed.size(), "targets reached", missed(missed));
        }
        if (!results.latency().isEmpty()) {
            final long marked = results.latency().stream()
                    .filter(run -> !Mark.of(run, results.context().machine()).isEmpty())
                    .count();
            tile(
                    markup,
                    String.valueOf(results.latency().size()),
                    "latency runs",
                    marked == 0 ? "none marked as disturbed" : marked + " marked: something may have disturbed them");
        }
        if (!results.jmh().isEmpty()) {
            final long checked = results.jmh().stream()
                    .filter(r -> r.allocation().isPresent())
                    .count();
            tile(
                    markup,
                    String.valueOf(results.jmh().size()),
                    "benchmarks",
                    checked == 0 ? "allocation not measured" : "allocation measured for " + checked);
        }
    }

    private static String missed(final List<Ratio> missed) {
        if (missed.isEmpty()) {
            return "none missed";
        }
        return missed.size() > NAMED
                ? missed.size() + " missed, see below"
                : "missed: " + missed.stream().map(Ratio::name).collect(Collectors.joining("; "));
    }

    private static void tile(final Markup markup, final String figure, final String what, final String detail) {
        markup.open("li").leaf("strong", figure).text(" ").leaf("span", what);
        markup.leaf("p", detail).close();
    }

    private static void navigation(final Markup markup, final Results results) {
        markup.open("nav", "aria-label", "Sections");
        link(markup, "context", "Machine", true);
        link(markup, "ratios", "Ratios", !results.ratios().isEmpty());
        link(markup, "history", "History", !Course.of(results).isEmpty());
        link(markup, "latency", "Latency", !results.latency().isEmpty());
        link(markup, "jmh", "Benchmarks", !results.jmh().isEmpty());
        link(markup, "method", "How this was measured", true);
        markup.close();
    }

    private static void link(final Markup markup, final String id, final String title, final boolean exists) {
        if (exists) {
            markup.leaf("a", title, "href", "#" + id).text(" ");
        }
    }
}
