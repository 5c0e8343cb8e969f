package kiro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.cli.SampleProject;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;

/// The sample project as it is packed into the program; its `.gitignore` is written anew, as archives
/// leave files of that name out.
final class PackagedSample implements SampleProject {
    private static final String FOLDER = "/kiro/example/profile-service";
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final List<List<String>> COMMIT =
            List.of(
                    List.of("init", "-q", "-b", "main"),
                    List.of("add", "-A"),
                    List.of(
                            "-c",
                            "user.name=kiro demo",
                            "-c",
                            "user.email=demo@localhost",
                            "commit",
                            "-q",
                            "-m",
                            "The sample project"));

    private final CommandRunner commands;

    PackagedSample(CommandRunner commands) {
        this.commands = commands;
    }

    @Override
    public Optional<String> makeRepository(Path folder) throws InterruptedException {
        try {
            copyTo(folder);
            Files.writeString(folder.resolve(".gitignore"), "target/\n");
        } catch (IOException | UncheckedIOException cause) {
            return Optional.of(String.valueOf(cause.getMessage()));
        }
        for (List<String> arguments : COMMIT) {
            switch (git(folder, arguments)) {
                case Capture.Failed failed -> {
                    return Optional.of(failed.reason());
                }
                case Capture.Ended ended -> {
                    if (ended.code() != 0) {
                        return Optional.of("git " + arguments.getFirst() + ": " + ended.errors());
                    }
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String changes(Path folder) throws InterruptedException {
        git(folder, List.of("add", "-A"));
        return switch (git(folder, List.of("diff", "--cached", "--stat"))) {
            case Capture.Ended ended -> new String(ended.output(), StandardCharsets.UTF_8);
            case Capture.Failed failed -> failed.reason();
        };
    }

    private Capture git(Path folder, List<String> arguments) throws InterruptedException {
        var argv = new ArrayList<String>(List.of("git"));
        argv.addAll(arguments);
        return commands.capture(Command.of(folder, LIMIT, argv));
    }

    private static void copyTo(Path target) throws IOException {
        URL url = PackagedSample.class.getResource(FOLDER);
        if (url == null) {
            throw new IOException("the program lacks its sample project");
        }
        URI uri = uri(url);
        if (!uri.getScheme().equals("jar")) {
            copy(Path.of(uri), target);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            copy(jar.getPath(FOLDER), target);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copied = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.write(copied, Files.readAllBytes(file));
                }
            }
        }
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException cause) {
            throw new IOException("the program lies at a strange place: " + url, cause);
        }
    }
}
