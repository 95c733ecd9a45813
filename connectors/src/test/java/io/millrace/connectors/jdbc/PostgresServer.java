package io.millrace.connectors.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of this machine's, in a directory of its own, reached by this machine only. */
final class PostgresServer implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final String NOBODY = "65534";

    private final Path directory;
    private final Path binaries;
    private final int port;
    private Process process;

    private PostgresServer(final Path directory, final Path binaries, final int port) {
        this.directory = directory;
        this.binaries = binaries;
        this.port = port;
    }

    /** Starts one; a test on a machine without PostgreSQL is skipped. */
    static PostgresServer start() throws IOException, InterruptedException {
        final Optional<Path> initdb = find("initdb");
        Assumptions.assumeTrue(initdb.isPresent(), "needs PostgreSQL: no initdb on the path");
        final boolean root = System.getProperty("user.name").equals("root");
        Assumptions.assumeTrue(!root || find("setpriv").isPresent(), "PostgreSQL does not run as root");
        final Path directory = Files.createTempDirectory("millrace-postgres");
        final PostgresServer server =
                new PostgresServer(directory, initdb.get().toRealPath().getParent(), freePort());
        if (root) {
            run(List.of("chown", NOBODY, directory.toString()));
        }
        run(server.command("initdb", "-D", directory.resolve("data").toString(), "-U", "millrace", "-A", "trust"));
        server.begin();
        return server;
    }

    private static Optional<Path> find(final String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private List<String> command(final String program, final String... arguments) {
        final List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(final List<String> command) throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("failed: " + command);
        }
    }

    /** Starts the server and waits until it answers. */
    void begin() throws IOException {
        process = new ProcessBuilder(command(
                        "postgres",
                        "-D",
                        directory.resolve("data").toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        final long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("PostgreSQL does not start");
            }
        }
    }

    private boolean answers() {
        try (Connection connection = open()) {
            return connection.isValid(1);
        } catch (final SQLException e) {
            return false;
        }
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url());
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=millrace";
    }

    /** Kills the server as a loss of power would: all processes of it, which otherwise go on for a while with what they have. */
    void crash() {
        final List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        // Where nobody takes leave of orphans, they stay listed for ever, though they do nothing any more.
        all.forEach(each ->
                each.onExit().completeOnTimeout(each, 5, TimeUnit.SECONDS).join());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (final InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
