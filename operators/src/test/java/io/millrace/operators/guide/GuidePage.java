package io.millrace.operators.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with examples. Each stands behind a comment that names a class of this package and one of its methods, which is
 * run; {@code code} instead of {@code example} shows a whole class, or a method, without running it:
 *
 * <pre>{@code
 *   <!-- example: StatelessGuide.filter -->
 *   ```java
 *   …what stands in the method
 *   ```
 *   ```text
 *   …what comes out of it
 *   ```
 * }</pre>
 */
final class GuidePage {
    private static final Path SOURCES = Path.of("src", "test", "java", "io", "millrace", "operators", "guide");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- (example|code): (\\w+)(?:\\.(\\w+))? -->\\n(```java\\n(?:(?!```).*\\n)*```\\n)?"
                    + "(```text\\n(?:(?!```).*\\n)*```\\n)?");

    private static final String WHOLE = "whole";
    private static final String BODY = "body";
    private static final String METHOD =
            "\\n(?<whole>    [a-zA-Z][^\\n]* NAME\\([^)]*\\) \\{\\n(?<body>.*?)\\n    })\\n";

    private GuidePage() {}

    static boolean hasExamples(final String page) {
        return EXAMPLE.matcher(page).find();
    }

    /** The page, with the code of its examples as it is in the sources, and with what comes out of it. */
    static String generate(final String page) throws IOException {
        final Matcher example = EXAMPLE.matcher(page);
        final StringBuilder generated = new StringBuilder();
        while (example.find()) {
            example.appendReplacement(
                    generated,
                    Matcher.quoteReplacement(
                            example.group(1).equals("code")
                                    ? code(example.group(2), example.group(3))
                                    : example(example.group(2), example.group(3))));
        }
        return example.appendTail(generated).toString();
    }

    private static String example(final String className, final String method) throws IOException {
        final String output = String.join("\n", Guide.run(className, method));
        return "<!-- example: " + className + "." + method + " -->\n```java\n" + method(className, method, BODY)
                + "```\n" + (output.isEmpty() ? "" : "```text\n" + output + "\n```\n");
    }

    private static String code(final String className, final String method) throws IOException {
        return "<!-- code: " + className + (method == null ? "" : "." + method) + " -->\n```java\n"
                + (method == null ? source(className) : method(className, method, WHOLE)) + "```\n";
    }

    /** A class without what stands above it. */
    private static String source(final String className) throws IOException {
        final String source = Files.readString(SOURCES.resolve(className + ".java"));
        return source.substring(source.indexOf("/**"));
    }

    private static String method(final String className, final String method, final String group) throws IOException {
        final Matcher found = Pattern.compile(METHOD.replace("NAME", method), Pattern.DOTALL)
                .matcher(Files.readString(SOURCES.resolve(className + ".java")));
        if (!found.find()) {
            throw new AssertionError("no example " + method + " in " + className);
        }
        return found.group(group).stripIndent().stripTrailing() + "\n";
    }
}
