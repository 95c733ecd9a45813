package io.millrace.engine.compile;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes instances of operator classes, each of a hidden class of its own where that is possible. HotSpot trusts the final
 * fields of hidden classes, and a class with one instance has one profile: so a chain of instances that hangs on a
 * constant is compiled as if it had been written by hand.
 *
 * <p>Thread: one. Allocation: a class per instance. Deterministic: the same behaviour, specialised or not.
 */
public final class Specializer {
    private final boolean enabled;
    private final Map<String, String> obstacles = new LinkedHashMap<>();
    private final Map<Class<?>, byte[]> specializable = new LinkedHashMap<>();

    /** @param enabled false to use all classes as they are: debuggers and agents do not see hidden classes */
    public Specializer(final boolean enabled) {
        this.enabled = enabled;
    }

    /** Classes that were used as they are, with the reason. */
    public Map<String, String> obstacles() {
        return Map.copyOf(obstacles);
    }

    /** Makes an instance through the class's only constructor. */
    public Object instantiate(final Class<?> type, final Object... arguments) {
        return construct(specialized(type), arguments);
    }

    /** Makes an instance of a hidden class, made from {@code template}, with data that its constants are made from. */
    Object instantiateWithData(final Class<?> template, final Object classData) {
        try {
            final Class<?> hidden = MethodHandles.privateLookupIn(template, MethodHandles.lookup())
                    .defineHiddenClassWithClassData(bytes(template), classData, true)
                    .lookupClass();
            return construct(hidden);
        } catch (final IllegalAccessException | IOException e) {
            throw new IllegalStateException("can't specialize " + template.getName(), e);
        }
    }

    private Class<?> specialized(final Class<?> type) {
        if (!enabled) {
            return type;
        }
        final byte[] bytes = specializable.computeIfAbsent(type, this::scanned);
        if (bytes.length == 0) {
            return type;
        }
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .defineHiddenClass(bytes, true, MethodHandles.Lookup.ClassOption.NESTMATE)
                    .lookupClass();
        } catch (final IllegalAccessException | LinkageError e) {
            obstacles.put(type.getName(), "the JVM refused: " + e.getMessage());
            specializable.put(type, new byte[0]);
            return type;
        }
    }

    private byte[] scanned(final Class<?> type) {
        String obstacle;
        try {
            final byte[] bytes = bytes(type);
            obstacle = ClassScan.obstacle(bytes);
            if (obstacle == null) {
                return bytes;
            }
        } catch (final IOException e) {
            obstacle = e.getMessage();
        }
        obstacles.put(type.getName(), obstacle);
        return new byte[0];
    }

    private static byte[] bytes(final Class<?> type) throws IOException {
        final String resource = type.getName().replace('.', '/') + ".class";
        final ClassLoader loader = type.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("its bytes are not available");
            }
            return in.readAllBytes();
        }
    }

    private static Object construct(final Class<?> type, final Object... arguments) {
        final Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1) {
            throw new IllegalArgumentException(
                    "operator " + type.getName() + " has " + constructors.length + " constructors: it must have one");
        }
        try {
            constructors[0].setAccessible(true);
            return constructors[0].newInstance(arguments);
        } catch (final InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (final InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("can't make an operator " + type.getName(), e);
        }
    }
}
