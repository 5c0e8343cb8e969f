package kiro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// A folder with the launcher of this project in it, on a machine of which everything is known: its tools, its
/// Javas, its environment.
final class Clone {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final List<String> TOOLS =
            List.of(
                    "sh",
                    "cat",
                    "cp",
                    "dirname",
                    "env",
                    "find",
                    "grep",
                    "head",
                    "ln",
                    "mkdir",
                    "mktemp",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "wc");

    private final Path machine;
    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    /// How a process ended.
    record Ending(int code, String out, String err) {}

    private Clone(Path machine) {
        this.machine = machine;
        this.root = machine.resolve("the clone");
    }

    /// A clone without sources, so that there is nothing to build.
    static Clone on(Path folder) throws IOException {
        var clone = new Clone(folder.toRealPath());
        clone.copy(PROJECT.resolve("kiro"), clone.root.resolve("kiro"));
        clone.copy(PROJECT.resolve("packaging"), clone.root.resolve("packaging"));
        Files.createDirectories(clone.root.resolve("examples/profile-service"));
        Files.createDirectories(clone.machine.resolve("places"));
        Files.createDirectories(clone.machine.resolve("home"));
        clone.putTools();
        clone.with("PATH", clone.machine.resolve("bin").toString())
                .with("HOME", clone.machine.resolve("home").toString())
                .with("KIRO_JAVA_PLACES", clone.machine.resolve("places").toString());
        return clone;
    }

    /// Puts a jar where the launcher keeps the one that it built.
    Clone withJar(Path jar) throws IOException {
        Files.createDirectories(root.resolve("target/launcher"));
        copy(jar, root.resolve("target/launcher/kiro.jar"));
        return this;
    }

    /// Puts sources there, and a Maven that behaves as the script says; it runs in the clone's root.
    Clone withSources(String maven) {
        write(root.resolve("pom.xml"), "<project/>");
        write(root.resolve("src/main/java/A.java"), "class A {}");
        script(machine.resolve("bin/mvn"), "echo \"$@\" >>maven.log\n" + maven);
        return this;
    }

    /// Makes empty caches in no time: for what is not about them.
    Clone withQuickTraining() {
        script(root.resolve("packaging/train"), "echo cache >\"$3\"");
        return this;
    }

    Clone with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Clone withoutTool(String name) throws IOException {
        Files.delete(machine.resolve("bin").resolve(name));
        return this;
    }

    /// A script on PATH.
    Clone withTool(String name, String body) {
        script(machine.resolve("bin").resolve(name), body);
        return this;
    }

    /// A Java with a compiler that says what it is given, in `places`; answers its home.
    Path jdk(String version) {
        Path home = runtime(version);
        script(home.resolve("bin/javac"), "exit 1");
        return home;
    }

    Path runtime(String version) {
        Path home = machine.resolve("places/java-" + version);
        write(
                home.resolve("release"),
                "JAVA_VERSION=\"%s\"\nJAVA_RUNTIME_VERSION=\"%s+9\"\n".formatted(version, version));
        script(
                home.resolve("bin/java"),
                """
                for argument in "$@"; do
                    case $argument in
                        -XX:AOTCacheOutput=*) echo cache >"${argument#*=}"; echo "$@" >>"%s/trained" ;;
                    esac
                done
                echo "java %s"
                printf '<%%s>\\n' "$@"
                """
                        .formatted(home(), version));
        return home;
    }

    Ending start(String... arguments) throws IOException, InterruptedException {
        return start(root.resolve("kiro"), arguments);
    }

    Ending start(Path launcher, String... arguments) throws IOException, InterruptedException {
        return end(process(launcher, arguments));
    }

    /// Starts the launcher and goes on.
    Process process(Path launcher, String... arguments) throws IOException {
        var argv = new ArrayList<>(List.of(launcher.toString()));
        argv.addAll(List.of(arguments));
        var builder = new ProcessBuilder(argv).directory(machine.resolve("home").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder.start();
    }

    static Ending end(Process process) throws InterruptedException {
        var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        String err = text(process.getErrorStream());
        return new Ending(process.waitFor(), out.join(), err);
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Path root() {
        return root;
    }

    Path home() {
        return machine.resolve("home");
    }

    /// Writes a new file. What was there is removed first: writing through a link would change a file
    /// outside of the clone.
    void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.writeString(file, text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// As if the file had been changed a minute from now, so that no clock is too coarse to see it.
    void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    }

    void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Path target = to.resolve(from.relativize(file).toString());
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    void script(Path file, String body) {
        write(file, "#!/bin/sh\n" + body + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make " + file + " executable");
        }
    }

    /// As links: a script for each would be one more process for each of thousands of calls.
    private void putTools() throws IOException {
        Path bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            for (String place : List.of("/bin", "/usr/bin")) {
                Path real = Path.of(place, tool);
                if (Files.isExecutable(real) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), real);
                }
            }
        }
    }
}
