package io.millrace.operators.cases;

import io.millrace.engine.item.ItemType;

/** State of a step: one value, null at first. */
final class Cell {
    static final ItemType<Cell, Cell> TYPE = ItemType.of(
            "cell",
            Cell::new,
            (cell, out) -> out.putText(Values.write(cell.value)),
            (cell, in) -> cell.value = Values.read(in.takeText()));

    Object value;

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
