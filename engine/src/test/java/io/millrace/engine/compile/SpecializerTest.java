package io.millrace.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class SpecializerTest {
    private final Specializer specializer = new Specializer(true);

    private long apply(final Class<?> type, final Object... arguments) {
        return ((LongUnaryOperator) specializer.instantiate(type, arguments)).applyAsLong(20);
    }

    /** Fine: fields, a function of the user, string building. */
    static final class Plain implements LongUnaryOperator {
        private final LongUnaryOperator function;

        Plain(final LongUnaryOperator function) {
            this.function = function;
        }

        @Override
        public long applyAsLong(final long value) {
            if (value < 0) {
                throw new IllegalArgumentException("negative: " + value);
            }
            return function.applyAsLong(value);
        }
    }

    /** Fine: a private member of its nest. */
    static final class UsesNest implements LongUnaryOperator {
        UsesNest() {}

        @Override
        public long applyAsLong(final long value) {
            return Secret.hidden(value);
        }
    }

    private static final class Secret {
        private static long hidden(final long value) {
            return value + 1;
        }
    }

    static final class HasLambda implements LongUnaryOperator {
        HasLambda() {}

        @Override
        public long applyAsLong(final long value) {
            final LongUnaryOperator next = x -> x + 1;
            return next.applyAsLong(value);
        }
    }

    static final class HasMethodReference implements LongUnaryOperator {
        HasMethodReference() {}

        @Override
        public long applyAsLong(final long value) {
            final LongUnaryOperator next = this::plusOne;
            return next.applyAsLong(value);
        }

        private long plusOne(final long value) {
            return value + 1;
        }
    }

    static final class NamesItself implements LongUnaryOperator {
        NamesItself() {}

        @Override
        public long applyAsLong(final long value) {
            return plusOne(this, value);
        }

        private static long plusOne(final NamesItself self, final long value) {
            return self == null ? value : value + 1;
        }
    }

    static final class HasItselfAsField implements LongUnaryOperator {
        private final HasItselfAsField other;

        HasItselfAsField() {
            other = null;
        }

        @Override
        public long applyAsLong(final long value) {
            return other == null ? value + 1 : value;
        }
    }

    static final class HasStatic implements LongUnaryOperator {
        private static long calls;

        HasStatic() {}

        @Override
        public long applyAsLong(final long value) {
            calls++;
            return calls > 0 ? value + 1 : value;
        }
    }

    static final class MakesArraysOfItself implements LongUnaryOperator {
        MakesArraysOfItself() {}

        @Override
        public long applyAsLong(final long value) {
            return value + new MakesArraysOfItself[1].length;
        }
    }

    static final class HasInner implements LongUnaryOperator {
        private long added = 1;

        HasInner() {}

        @Override
        public long applyAsLong(final long value) {
            return new LongUnaryOperator() {
                @Override
                public long applyAsLong(final long x) {
                    return x + added++;
                }
            }.applyAsLong(value);
        }
    }

    static final class TwoConstructors {
        TwoConstructors() {}

        TwoConstructors(final int number) {}
    }

    @Test
    void givesEachInstanceAClassOfItsOwn() {
        final Object one = specializer.instantiate(Plain.class, (LongUnaryOperator) x -> x + 1);
        final Object other = specializer.instantiate(Plain.class, (LongUnaryOperator) x -> x + 2);
        assertThat(one.getClass()).isNotSameAs(other.getClass());
        assertThat(one.getClass().isHidden()).isTrue();
        assertThat(((LongUnaryOperator) one).applyAsLong(1)).isEqualTo(2);
        assertThat(((LongUnaryOperator) other).applyAsLong(1)).isEqualTo(3);
        assertThat(specializer.obstacles()).isEmpty();
    }

    @Test
    void specializesAClassThatUsesPrivateMembersOfItsNestOrArraysOfItself() {
        assertThat(apply(UsesNest.class)).isEqualTo(21);
        assertThat(apply(MakesArraysOfItself.class)).isEqualTo(21);
        assertThat(specializer.obstacles()).isEmpty();
    }

    @Test
    void usesAClassAsItIsWhereItCantBeSpecialized() {
        assertThat(apply(HasLambda.class)).isEqualTo(21);
        assertThat(apply(HasMethodReference.class)).isEqualTo(21);
        assertThat(apply(NamesItself.class)).isEqualTo(21);
        assertThat(apply(HasItselfAsField.class)).isEqualTo(21);
        assertThat(apply(HasStatic.class)).isEqualTo(21);
        assertThat(apply(HasInner.class)).isEqualTo(21);
        assertThat(specializer.obstacles())
                .hasEntrySatisfying(
                        HasLambda.class.getName(), reason -> assertThat(reason).contains("lambda"))
                .hasEntrySatisfying(
                        HasMethodReference.class.getName(),
                        reason -> assertThat(reason).contains("names itself"))
                .hasEntrySatisfying(
                        NamesItself.class.getName(),
                        reason -> assertThat(reason).contains("names itself"))
                .hasEntrySatisfying(
                        HasItselfAsField.class.getName(),
                        reason -> assertThat(reason).contains("names itself"))
                .hasEntrySatisfying(
                        HasStatic.class.getName(), reason -> assertThat(reason).contains("static field calls"))
                .hasEntrySatisfying(
                        HasInner.class.getName(), reason -> assertThat(reason).contains("names itself"));
    }

    @Test
    void specializesNothingWhenSwitchedOff() {
        final Object plain = new Specializer(false).instantiate(Plain.class, (LongUnaryOperator) x -> x);
        assertThat(plain.getClass()).isSameAs(Plain.class);
    }

    @Test
    void refusesAClassWithSeveralConstructors() {
        assertThatThrownBy(() -> specializer.instantiate(TwoConstructors.class))
                .hasMessageContaining("has 2 constructors: it must have one");
    }
}
