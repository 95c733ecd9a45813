package io.millrace.rules.hot;

/**
 * Something in a method that hot code must not do.
 *
 * @param method class and name of the method, such as {@code io.millrace.engine.loop.Ingress.poll}
 * @param line   line in its source
 * @param what   what it does
 */
record Finding(String method, int line, String what) {
    @Override
    public String toString() {
        return method + ", line " + line + ": " + what;
    }
}
