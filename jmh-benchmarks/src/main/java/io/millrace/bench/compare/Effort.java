package io.millrace.bench.compare;

/** How long measurements may take. */
public enum Effort {
    /** For figures that are published. */
    FULL,
    /** A look, within minutes; figures are rough. */
    QUICK,
    /** Only enough to see that everything works; figures mean nothing. */
    SMOKE;

    /** One of three values. */
    public int of(final int full, final int quick, final int smoke) {
        return switch (this) {
            case FULL -> full;
            case QUICK -> quick;
            case SMOKE -> smoke;
        };
    }
}
