package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Wrong use that the peer finds while it runs, and our types when the flow is compiled. */
final class Refused {
    /** By what a case is about: a piece of a flow that must not compile, and the same piece put right. */
    private static final Map<String, Pair> WRONG = Map.ofEntries(
            Map.entry("filter", new Pair("in.filter(\"f\", x -> \"text\");", "in.filter(\"f\", x -> true);")),
            Map.entry("filter_value", new Pair("keyed.filter(\"f\", x -> 1);", "keyed.filter(\"f\", x -> true);")),
            Map.entry("branch", new Pair("in.branch(\"b\", x -> \"text\");", "in.branch(\"b\", x -> x > 0);")),
            Map.entry(
                    "flatten",
                    new Pair(
                            "in.flatten(\"f\", Codecs.INT64, x -> x);",
                            "in.flatten(\"f\", Codecs.INT64, x -> List.of(x));")),
            Map.entry(
                    "flat_map",
                    new Pair(
                            "in.flatMap(\"f\", Codecs.INT64, x -> x);",
                            "in.flatMap(\"f\", Codecs.INT64, (x, out) -> out.emit(x));")),
            Map.entry(
                    "flat_map_value",
                    new Pair(
                            "in.flatMap(\"f\", Codecs.INT64, (x, out) -> out.emit(x)).values(\"v\");",
                            "keyed.flatMap(\"f\", Codecs.INT64, (x, out) -> out.emit(x)).values(\"v\");")),
            Map.entry(
                    "flat_map_batch",
                    new Pair(
                            "in.flatMap(\"f\", Codecs.INT64, x -> x);",
                            "in.flatMap(\"f\", Codecs.INT64, (x, out) -> out.emit(x));")),
            Map.entry("key_on", new Pair("in.keyByText(\"k\", x -> x);", "in.keyByText(\"k\", x -> x.toString());")),
            Map.entry("key_rm", new Pair("in.values(\"v\");", "keyed.values(\"v\");")),
            Map.entry(
                    "map_value",
                    new Pair(
                            "in.map(\"m\", Codecs.INT64, x -> x).values(\"v\");",
                            "keyed.map(\"m\", Codecs.INT64, x -> x).values(\"v\");")),
            Map.entry(
                    "filter_map_value",
                    new Pair(
                            "in.filterMap(\"m\", Codecs.INT64, x -> x).values(\"v\");",
                            "keyed.filterMap(\"m\", Codecs.INT64, x -> x).values(\"v\");")),
            Map.entry(
                    "stateful_map",
                    new Pair(
                            "in.statefulMap(\"s\", Count.TYPE, Codecs.INT64, (s, x) -> x);",
                            "keyed.runningCount(\"s\");")),
            Map.entry("stateful_flat_map", new Pair("in.runningCount(\"s\");", "keyed.runningCount(\"s\");")),
            Map.entry(
                    "join",
                    new Pair(
                            "flow.join(\"j\", JoinMode.bogus().complete(), keyed, keyed);",
                            "flow.join(\"j\", JoinMode.last().complete(), keyed, keyed);")),
            Map.entry(
                    "collect_window(into=tuple)",
                    new Pair(
                            "keyed.window(\"w\", EventClock.of(x -> x), SessionWindow.of(Duration.ZERO)).collect(Long.class);",
                            "keyed.window(\"w\", EventClock.of(x -> x), SessionWindow.of(Duration.ZERO)).collect();")),
            Map.entry("step id 1 (int)", new Pair("in.filter(1, x -> true);", "in.filter(\"1\", x -> true);")),
            Map.entry(
                    "map over a non-stream",
                    new Pair("List.of(1L).map(\"m\", Codecs.INT64, x -> x);", "in.map(\"m\", Codecs.INT64, x -> x);")),
            Map.entry(
                    "merge over non-streams",
                    new Pair("flow.merge(\"m\", List.of(1L), List.of(2L));", "flow.merge(\"m\", in, in);")));

    private record Pair(String wrong, String right) {}

    private Refused() {}

    /** Checks a case that expects an error of wrong use; false if the case expects none. */
    static boolean ifWrong(final Row row) {
        if (!row.fails()) {
            return false;
        }
        check(row.op());
        return true;
    }

    /** Fails unless the wrong piece is refused by the compiler, and the right one is not. */
    static void check(final String use) {
        final Pair pair = WRONG.get(use);
        if (pair == null) {
            throw Words.unknown("wrong use", use);
        }
        assertThat(compiles(pair.right)).as(pair.right).isEmpty();
        assertThat(compiles(pair.wrong))
                .as("what the compiler says to: " + pair.wrong)
                .isNotEmpty();
    }

    /** What the compiler has against a piece of a flow; nothing if it compiles. */
    private static String compiles(final String piece) {
        final String source = """
                import io.millrace.engine.item.Codecs;
                import io.millrace.operators.*;
                import io.millrace.operators.join.JoinMode;
                import io.millrace.operators.window.*;
                import java.time.Duration;
                import java.util.List;

                final class Piece {
                    static void define(Dataflow flow, Stream<Long> in, KeyedStream<Long> keyed) {
                        %s
                    }
                }
                """.formatted(piece);
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        final StringWriter says = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            final Path classes = Files.createTempDirectory("piece");
            final List<String> options =
                    List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            final boolean compiled = compiler.getTask(says, files, null, options, null, List.of(unit(source)))
                    .call();
            Files.deleteIfExists(classes.resolve("Piece.class"));
            Files.delete(classes);
            return compiled ? "" : says.toString();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject unit(final String source) {
        return new SimpleJavaFileObject(URI.create("string:///Piece.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(final boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
