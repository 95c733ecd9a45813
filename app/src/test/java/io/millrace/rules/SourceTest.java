package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only source files tell, of all modules. */
class SourceTest {
    private static final Path ROOT = Path.of("..");
    /** Of the poms: a module may stand in another. */
    private static final int DEPTH = 3;

    private static final String PACKAGE_INFO = "package-info.java";

    private static List<Path> sources(final String tree) throws IOException {
        try (Stream<Path> poms = Files.find(ROOT, DEPTH, (path, attributes) -> path.endsWith("pom.xml"))) {
            return poms.map(pom -> pom.resolveSibling(tree))
                    .filter(Files::isDirectory)
                    .flatMap(SourceTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(final Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        final List<Path> packages = sources("src/main/java").stream()
                .map(Path::getParent)
                .distinct()
                .toList();
        assertThat(packages)
                .hasSizeGreaterThan(20)
                .allSatisfy(folder ->
                        assertThat(folder.resolve(PACKAGE_INFO)).content().startsWith("/**"));
    }

    @Test
    void nothingIsLeftToDo() throws IOException {
        final List<Path> files = Stream.of("src/main/java", "src/test/java")
                .flatMap(tree -> {
                    try {
                        return sources(tree).stream();
                    } catch (final IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
        assertThat(files)
                .hasSizeGreaterThan(300)
                .allSatisfy(file -> assertThat(file).content().doesNotContain("TO" + "DO", "FIX" + "ME"));
    }
}
