package io.millrace.rules.hot;

import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Looks through one method. Text may be built, and values boxed for it, where an exception is made, and in methods that
 * give a text or an exception: those run when something is wrong, or somebody asks.
 */
final class MethodScan extends MethodVisitor {
    private final String method;
    private final boolean mayBuildText;
    private final Callees callees;
    private final List<Finding> findings;
    private String exception;
    private int line;

    MethodScan(final String method, final String descriptor, final ClassLoader loader, final List<Finding> findings) {
        super(Opcodes.ASM9);
        this.method = method;
        this.callees = new Callees(loader);
        this.findings = findings;
        final Type result = Type.getReturnType(descriptor);
        this.mayBuildText = result.getSort() == Type.OBJECT
                && (result.getClassName().equals("java.lang.String") || callees.isThrowable(result.getInternalName()));
    }

    private void found(final String what) {
        findings.add(new Finding(method, line, what));
    }

    private void foundOutsideText(final String what) {
        if (!mayBuildText && exception == null) {
            found(what);
        }
    }

    @Override
    public void visitLineNumber(final int number, final Label start) {
        line = number;
    }

    @Override
    public void visitInsn(final int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            found("synchronizes");
        }
    }

    @Override
    public void visitTypeInsn(final int opcode, final String type) {
        if (opcode != Opcodes.NEW) {
            return;
        }
        if (exception == null && callees.isThrowable(type)) {
            exception = type;
        } else if (type.equals("java/lang/StringBuilder") || type.equals("java/lang/StringBuffer")) {
            foundOutsideText("builds a text");
        } else if (callees.isCollection(type)) {
            found("makes a collection of java.util: " + type);
        }
    }

    @Override
    public void visitMethodInsn(
            final int opcode,
            final String owner,
            final String name,
            final String descriptor,
            final boolean inInterface) {
        if (owner.equals(exception) && name.equals("<init>")) {
            exception = null;
            return;
        }
        final String problem = callees.problem(owner, name);
        if (problem != null) {
            found(problem + ": " + owner + "." + name);
        }
        final String textProblem = callees.problemOutsideText(owner, name, descriptor);
        if (textProblem != null) {
            foundOutsideText(textProblem + ": " + owner + "." + name);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(
            final String name, final String descriptor, final Handle bootstrap, final Object... arguments) {
        switch (bootstrap.getOwner()) {
            case "java/lang/invoke/StringConcatFactory" -> foundOutsideText("builds a text");
            case "java/lang/invoke/LambdaMetafactory" -> {
                if (Type.getArgumentTypes(descriptor).length > 0) {
                    found("makes a lambda that captures");
                }
            }
            default -> {
                // Records' own methods.
            }
        }
    }
}
