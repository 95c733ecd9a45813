package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's flow compiles, and can be laid out. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Pattern CODE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");
    private static final int MOST_LINES = 40;

    @TempDir
    private Path temp;

    @Test
    void firstFlowCompilesAndIsWellFormed() throws IOException, ReflectiveOperationException {
        final Matcher code = CODE.matcher(Files.readString(README));
        assertThat(code.find()).as("code in the README").isTrue();
        final String source = code.group(1);
        assertThat(source.lines().count()).isLessThanOrEqualTo(MOST_LINES);
        final Matcher name = CLASS.matcher(source);
        assertThat(name.find()).isTrue();
        final Path file = Files.writeString(temp.resolve(name.group(1) + ".java"), source);

        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            final List<String> options =
                    List.of("-d", temp.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(file))
                            .call())
                    .isTrue();
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {temp.toUri().toURL()})) {
            final Method define = loader.loadClass(name.group(1)).getDeclaredMethod("define", Dataflow.class);
            define.setAccessible(true);
            final Flow flow = new Flow("readme", steps -> invoke(define, steps));
            assertThat(flow.get().plan(true).stages()).isNotEmpty();
        }
    }

    private static void invoke(final Method define, final Dataflow steps) {
        try {
            define.invoke(null, steps);
        } catch (final ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
