package io.millrace.engine.compile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * Looks at the bytes of a class for what would not survive being defined again as a hidden class. Some of it would fail
 * only at the first call, so it has to be known before.
 *
 * <p>Layout and tags: The Java Virtual Machine Specification, chapter 4.
 */
final class ClassScan {
    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int FLOAT = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD_REF = 9;
    private static final int METHOD_REF = 10;
    private static final int INTERFACE_METHOD_REF = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_DYNAMIC = 18;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private static final int ACC_STATIC = 0x0008;
    private static final int MAGIC_AND_VERSION = 8;
    private static final String STRING_CONCAT = "java/lang/invoke/StringConcatFactory";

    private final DataInputStream in;
    private int[] tags;
    private int[] first;
    private int[] second;
    private String[] texts;
    private String self;

    private ClassScan(final byte[] bytes) {
        in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /** Why a class can't be specialised, or null if it can. */
    static String obstacle(final byte[] classFile) {
        try {
            return new ClassScan(classFile).scan();
        } catch (final IOException e) {
            return "its bytes can't be read: " + e.getMessage();
        }
    }

    private String scan() throws IOException {
        in.skipBytes(MAGIC_AND_VERSION);
        readConstants();
        in.readUnsignedShort();
        final int thisClass = in.readUnsignedShort();
        self = texts[first[thisClass]];
        in.readUnsignedShort();
        in.skipBytes(2 * in.readUnsignedShort());
        final String inConstants = scanConstants(thisClass);
        if (inConstants != null) {
            return inConstants;
        }
        final String inMembers = scanMembers();
        return inMembers != null ? inMembers : scanBootstraps();
    }

    private void readConstants() throws IOException {
        final int count = in.readUnsignedShort();
        tags = new int[count];
        first = new int[count];
        second = new int[count];
        texts = new String[count];
        for (int i = 1; i < count; i++) {
            tags[i] = in.readUnsignedByte();
            switch (tags[i]) {
                case UTF8 -> texts[i] = in.readUTF();
                case INTEGER, FLOAT -> in.readInt();
                case LONG, DOUBLE -> {
                    in.readLong();
                    i++;
                }
                case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> first[i] = in.readUnsignedShort();
                case METHOD_HANDLE -> {
                    in.readUnsignedByte();
                    first[i] = in.readUnsignedShort();
                }
                case FIELD_REF, METHOD_REF, INTERFACE_METHOD_REF, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
                default -> throw new IOException("unknown constant tag " + tags[i]);
            }
        }
    }

    private String scanConstants(final int thisClass) {
        for (int i = 1; i < tags.length; i++) {
            final String descriptor = switch (tags[i]) {
                case NAME_AND_TYPE -> texts[second[i]];
                case METHOD_TYPE -> texts[first[i]];
                case CLASS -> i == thisClass ? "" : texts[first[i]];
                default -> "";
            };
            if (namesItself(descriptor) || tags[i] == CLASS && i != thisClass && self.equals(descriptor)) {
                return "it names itself in " + descriptor;
            }
        }
        return null;
    }

    private boolean namesItself(final String descriptor) {
        return descriptor.contains("L" + self + ";");
    }

    private String scanMembers() throws IOException {
        final int fields = in.readUnsignedShort();
        for (int i = 0; i < fields; i++) {
            final int flags = in.readUnsignedShort();
            final String name = texts[in.readUnsignedShort()];
            final String descriptor = texts[in.readUnsignedShort()];
            final boolean constant = skipAttributes("ConstantValue");
            if ((flags & ACC_STATIC) != 0 && !constant) {
                return "it has the static field " + name;
            }
            if (namesItself(descriptor)) {
                return "its field " + name + " is of its own type";
            }
        }
        final int methods = in.readUnsignedShort();
        for (int i = 0; i < methods; i++) {
            in.readUnsignedShort();
            final String name = texts[in.readUnsignedShort()];
            final String descriptor = texts[in.readUnsignedShort()];
            skipAttributes("");
            if (namesItself(descriptor)) {
                return "its method " + name + " takes or gives its own type";
            }
        }
        return null;
    }

    private boolean skipAttributes(final String lookedFor) throws IOException {
        boolean found = false;
        final int attributes = in.readUnsignedShort();
        for (int i = 0; i < attributes; i++) {
            found |= texts[in.readUnsignedShort()].equals(lookedFor);
            in.skipBytes(in.readInt());
        }
        return found;
    }

    private String scanBootstraps() throws IOException {
        final int attributes = in.readUnsignedShort();
        for (int i = 0; i < attributes; i++) {
            final String name = texts[in.readUnsignedShort()];
            final int length = in.readInt();
            if (!name.equals("BootstrapMethods")) {
                in.skipBytes(length);
                continue;
            }
            final int methods = in.readUnsignedShort();
            for (int j = 0; j < methods; j++) {
                final int handle = in.readUnsignedShort();
                in.skipBytes(2 * in.readUnsignedShort());
                final String factory = texts[first[first[first[handle]]]];
                if (!factory.equals(STRING_CONCAT)) {
                    return "it has a lambda, a method reference or another dynamic call inside ("
                            + factory.substring(factory.lastIndexOf('/') + 1) + ")";
                }
            }
        }
        return null;
    }
}
