package se.varna.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A PostgreSQL of our own, started when {@code spring.datasource.url} names no server. It is as durable as a server:
 * fsync is on, the data stays in {@code varna.database.directory}, and a server that a killed application left behind
 * is stopped in good order before the next start.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(EmbeddedPostgres.class)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "false")
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String DATABASE = "varna";

    @Bean(destroyMethod = "close")
    Server embeddedServer(@Value("${varna.database.directory}") Path directory) throws IOException, SQLException {
        return Server.start(directory);
    }

    /** The role that runs the application: it reads and writes rows, and changes no table. */
    @Bean
    JdbcConnectionDetails applicationConnection(Server server) {
        return new ApplicationConnection(server.url());
    }

    /** The role that owns the schemas and migrates them. */
    @Bean
    FlywayConnectionDetails migrationConnection(Server server) {
        return new MigrationConnection(server.url());
    }

    private record ApplicationConnection(String url) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return DatabaseRoles.APPLICATION;
        }

        /** The embedded server listens on loopback alone and trusts its own machine. */
        @Override
        public String getPassword() {
            return DatabaseRoles.APPLICATION;
        }
    }

    private record MigrationConnection(String url) implements FlywayConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return DatabaseRoles.OWNER;
        }

        @Override
        public String getPassword() {
            return DatabaseRoles.OWNER;
        }
    }

    /** A running PostgreSQL and the lock on its directory. */
    static final class Server implements AutoCloseable {

        private final EmbeddedPostgres postgres;
        private final FileChannel lock;

        private Server(EmbeddedPostgres postgres, FileChannel lock) {
            this.postgres = postgres;
            this.lock = lock;
        }

        static Server start(Path directory) throws IOException, SQLException {
            Path data = directory.toAbsolutePath().normalize();
            Files.createDirectories(data.getParent());
            FileChannel lock = lock(data.resolveSibling(data.getFileName() + ".lock"));
            stopLeftOver(data);
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("timezone", "UTC")
                    // Spring closes the server after everything that uses it; a hook would close it under them.
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            Server server = new Server(postgres, lock);
            server.prepare();
            return server;
        }

        String url() {
            return postgres.getJdbcUrl("postgres", DATABASE).replaceAll("\\?.*", "");
        }

        private void prepare() throws SQLException {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                    try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
                        shown.next();
                        if (!"on".equals(shown.getString(1))) {
                            throw new IllegalStateException("the embedded database runs without " + setting);
                        }
                    }
                }
                for (String role : new String[] {DatabaseRoles.OWNER, DatabaseRoles.APPLICATION}) {
                    if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
                        statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + role + "'");
                    }
                }
                if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                    statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + DatabaseRoles.OWNER
                            + " ENCODING 'UTF8' TEMPLATE template0");
                }
            }
        }

        private static boolean exists(Statement statement, String query) throws SQLException {
            try (ResultSet found = statement.executeQuery(query)) {
                return found.next();
            }
        }

        private static FileChannel lock(Path file) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock held = channel.tryLock();
                if (held != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                LOG.debug("held by this very process");
            }
            channel.close();
            throw new IllegalStateException("Another Värna runs on " + file
                    + ": stop it, or name another directory with varna.database.directory.");
        }

        /** A killed application leaves its server running; we hold the lock, so it is nobody's. */
        private static void stopLeftOver(Path data) throws IOException {
            Path pidFile = data.resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return;
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").contains("postgres"))
                    .ifPresent(process -> {
                        LOG.info("stopping the database server that an earlier run left behind");
                        // SIGTERM: PostgreSQL waits for its clients (there are none) and shuts down in good order.
                        process.destroy();
                        try {
                            process.onExit().get(30, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                            throw new IllegalStateException("the database server " + pid + " does not stop", e);
                        }
                    });
        }

        @Override
        public void close() {
            try {
                postgres.close();
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
