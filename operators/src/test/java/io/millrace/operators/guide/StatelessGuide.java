package io.millrace.operators.guide;

/** Examples of steps that look at one item at a time. */
final class StatelessGuide {
    private StatelessGuide() {}

    static void filter(final Guide guide) {
        guide.show(guide.ticks().filter("dear", tick -> tick.price() > 100));
    }
}
