package io.millrace.connectors.jdbc;

import io.millrace.engine.spi.ConnectorException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: a description.
 */
public final class Database {
    private final String name;
    private final Opener opener;

    /** Opens connections, such as {@code dataSource::getConnection}. */
    @FunctionalInterface
    public interface Opener {
        Connection open() throws SQLException;
    }

    private Database(final String name, final Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    /**
     * A database of H2 in a file, which is made if it is not there.
     *
     * @param file without the ending {@code .mv.db}
     */
    public static Database file(final Path file) {
        final String path = file.toAbsolutePath().toString();
        if (path.contains(";")) {
            throw new ConnectorException("the path of a database can't hold a semicolon: " + path);
        }
        // A commit is in the file when it is done, and only the flow decides when the database closes.
        return new Database(
                path,
                () -> DriverManager.getConnection("jdbc:h2:file:" + path + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"));
    }

    /** A database by its JDBC address. */
    public static Database at(final String url) {
        return new Database(withoutSettings(url), () -> DriverManager.getConnection(url));
    }

    /** A database by its JDBC address and a user. */
    public static Database at(final String url, final String user, final String password) {
        return new Database(withoutSettings(url), () -> DriverManager.getConnection(url, user, password));
    }

    /**
     * Any database.
     *
     * @param name for messages
     */
    public static Database of(final String name, final Opener opener) {
        return new Database(name, opener);
    }

    /** Settings may hold a password, and messages go anywhere. */
    private static String withoutSettings(final String url) {
        return url.split("[?;]", 2)[0].replaceFirst("//[^/@]*@", "//");
    }

    String name() {
        return name;
    }

    Connection open() {
        try {
            return opener.open();
        } catch (final SQLException e) {
            throw new ConnectorException(
                    "can't reach the database " + name + ": " + e.getMessage()
                            + ". Check its address, that it runs, and that its driver is on the class path",
                    e);
        }
    }
}
