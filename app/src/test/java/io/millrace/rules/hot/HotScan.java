package io.millrace.rules.hot;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Looks through the bytecode of a class for what hot code must not do. Constructors and static initialisers are set-up
 * and may.
 */
final class HotScan extends ClassVisitor {
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private final List<Finding> findings = new ArrayList<>();
    private final ClassLoader loader;
    private String className;

    private HotScan(final ClassLoader loader) {
        super(Opcodes.ASM9);
        this.loader = loader;
    }

    /** What is wrong with a class. */
    static List<Finding> of(final Class<?> type) {
        final String resource = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(resource)) {
            final HotScan scan = new HotScan(type.getClassLoader());
            new ClassReader(in).accept(scan, ClassReader.SKIP_FRAMES);
            return scan.findings;
        } catch (final IOException e) {
            throw new IllegalStateException("can't read " + resource, e);
        }
    }

    @Override
    public void visit(
            final int version,
            final int access,
            final String name,
            final String signature,
            final String superName,
            final String[] interfaces) {
        className = name.replace('/', '.');
    }

    /** A lambda's body belongs to the method that it stands in; javacs number them differently. */
    private static String enclosing(final String name) {
        final Matcher lambda = LAMBDA.matcher(name);
        return lambda.matches() ? lambda.group(1) : name;
    }

    @Override
    public MethodVisitor visitMethod(
            final int access,
            final String name,
            final String descriptor,
            final String signature,
            final String[] exceptions) {
        if (name.startsWith("<") || (access & Opcodes.ACC_BRIDGE) != 0) {
            return null;
        }
        final String method = className + "." + enclosing(name);
        if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            findings.add(new Finding(method, 0, "is synchronized"));
        }
        return new MethodScan(method, descriptor, loader, findings);
    }
}
