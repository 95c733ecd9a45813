package io.millrace.connectors.source;

/** A row is its fields. */
final class CsvParser implements RowParser<CsvRow> {
    private final CsvRow row;

    CsvParser(final CsvRow row) {
        this.row = row;
    }

    @Override
    public boolean quotes() {
        return true;
    }

    @Override
    public boolean hasHeader() {
        return !row.hasColumns();
    }

    @Override
    public void header(final byte[] bytes, final int from, final int to) {
        row.header(bytes, from, to);
    }

    @Override
    public CsvRow parse(final byte[] bytes, final int from, final int to) {
        return row.wrap(bytes, from, to) ? row : null;
    }
}
