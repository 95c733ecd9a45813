package io.millrace.rules.hot;

import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Knows which methods hot code must not call. */
final class Callees {
    private static final Set<String> BOXES = Set.of(
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Short",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double");
    private static final Set<String> CLOCK_CALLS =
            Set.of("java/lang/System.nanoTime", "java/lang/System.currentTimeMillis");
    private static final Set<String> TEXT_MAKERS =
            Set.of("format", "formatted", "valueOf", "concat", "join", "toString");
    private static final List<Class<?>> COLLECTIONS = List.of(Collection.class, Map.class, Iterator.class);

    private final ClassLoader loader;

    Callees(final ClassLoader loader) {
        this.loader = loader;
    }

    /** What is wrong with calling a method, wherever it is called; or null. */
    String problem(final String owner, final String name) {
        if (owner.startsWith("java/util/stream/") || isStream(owner, name)) {
            return "streams";
        }
        if (isCollection(owner)) {
            return "uses a collection of java.util";
        }
        if (owner.startsWith("java/util/concurrent/locks/")) {
            return "locks";
        }
        if (owner.startsWith("java/lang/Object") && (name.equals("wait") || name.startsWith("notify"))) {
            return "waits";
        }
        if (isClock(owner, name)) {
            return "reads a clock";
        }
        if (name.equals("identityHashCode") || owner.equals("java/lang/Object") && name.equals("hashCode")) {
            return "uses an identity hash";
        }
        if (name.equals("values") && isEnum(owner)) {
            return "copies the values of an enum";
        }
        return null;
    }

    /** What is wrong with calling a method where no text or exception is made; or null. */
    String problemOutsideText(final String owner, final String name, final String descriptor) {
        if (BOXES.contains(owner)
                && name.equals("valueOf")
                && Type.getArgumentTypes(descriptor)[0].getSort() < Type.ARRAY) {
            return "boxes";
        }
        if (owner.equals("java/lang/String") && TEXT_MAKERS.contains(name)) {
            return "builds a text";
        }
        if (isVarArgs(owner, name, descriptor)) {
            return "makes an array of arguments";
        }
        return null;
    }

    boolean isThrowable(final String type) {
        return Throwable.class.isAssignableFrom(load(type));
    }

    /** Whether it is a collection of the JDK; those of Agrona are made for hot code. */
    boolean isCollection(final String type) {
        if (!type.startsWith("java/util/")) {
            return false;
        }
        final Class<?> loaded = load(type);
        return loaded == Collections.class
                || COLLECTIONS.stream().anyMatch(collection -> collection.isAssignableFrom(loaded));
    }

    private boolean isStream(final String owner, final String name) {
        return name.equals("stream")
                && !owner.startsWith("[")
                && Arrays.stream(load(owner).getMethods())
                        .anyMatch(method ->
                                method.getName().equals(name) && Stream.class.isAssignableFrom(method.getReturnType()));
    }

    private boolean isClock(final String owner, final String name) {
        return CLOCK_CALLS.contains(owner + "." + name)
                || owner.startsWith("java/time/") && name.equals("now")
                || owner.equals("java/time/Clock")
                || owner.startsWith("org/agrona/concurrent/") && owner.endsWith("Clock");
    }

    private boolean isEnum(final String owner) {
        return !owner.startsWith("[") && load(owner).isEnum();
    }

    /** Calls of method handles only look like it. */
    private boolean isVarArgs(final String owner, final String name, final String descriptor) {
        if (owner.startsWith("[") || owner.startsWith("java/lang/invoke/")) {
            return false;
        }
        final Class<?> type = load(owner);
        final Executable[] candidates =
                name.equals("<init>") ? type.getDeclaredConstructors() : type.getDeclaredMethods();
        return Arrays.stream(candidates)
                .anyMatch(candidate -> candidate.isVarArgs()
                        && (name.equals("<init>") || candidate.getName().equals(name))
                        && Arrays.equals(argumentTypes(candidate), Type.getArgumentTypes(descriptor)));
    }

    private static Type[] argumentTypes(final Executable executable) {
        return Arrays.stream(executable.getParameterTypes()).map(Type::getType).toArray(Type[]::new);
    }

    private Class<?> load(final String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, loader);
        } catch (final ClassNotFoundException e) {
            throw new IllegalStateException("not on the class path: " + internalName, e);
        }
    }
}
