package io.millrace.engine.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How a step's operator is made: its class and what its constructor gets.
 *
 * <p>The class has one constructor. Its parameters are the values of {@code config}, in order; then a
 * {@link io.millrace.engine.stage.StepContext}; then one {@link io.millrace.engine.stage.Receiver} for each output. To be
 * specialised, the class keeps them in final fields of its own and uses no lambdas inside itself.
 *
 * @param operator class of the operator; receives items if the step has inputs
 * @param config   leading arguments of the constructor; a function among them is one of the user's
 * @param scope    what it must see
 */
public record OperatorSpec(Class<?> operator, List<Object> config, Scope scope) {

    public static OperatorSpec of(final Class<?> operator, final Scope scope, final Object... config) {
        return new OperatorSpec(operator, Collections.unmodifiableList(Arrays.asList(config.clone())), scope);
    }

    /** Name of the type that the constructor wants as one of the leading arguments. */
    String typeOf(final int index) {
        final Class<?>[] types = operator.getDeclaredConstructors()[0].getParameterTypes();
        return index < types.length ? types[index].getSimpleName() : "argument " + index;
    }
}
