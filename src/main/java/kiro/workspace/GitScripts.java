package kiro.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.process.Command;
import kiro.process.Confinement;
import kiro.text.Hash;

/// Scripts that stand in the place of what git would start, each of which starts it within walls. They lie where nothing within
/// the walls sees them.
final class GitScripts implements AutoCloseable {
    /// What these have to do is bounded by the call of git around them.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Pattern PLACEHOLDER = Pattern.compile("%([OABLPSXYf])");

    private final Path folder;
    private final Path top;
    private final String path;

    private GitScripts(Path folder, Path top, String path) {
        this.folder = folder;
        this.top = top;
        this.path = path;
    }

    /// @param top where git starts them
    /// @param path the `PATH` of what they start, which git itself does not have
    static GitScripts make(Path top, Optional<String> path) {
        try {
            return new GitScripts(
                    Files.createTempDirectory("kiro-git"),
                    top,
                    path.map(set -> "PATH=" + quoted(set) + " ").orElse(""));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// The folder that git takes hooks from.
    Path hooks() {
        return folder.resolve("hooks");
    }

    /// A hook that begins with what this program has to do in it, and goes on within walls.
    ///
    /// @param walls empty where all else of it does not run
    void hook(GitStarts.Hook hook, Optional<GitLeave.OwnCall> own, Optional<Confinement> walls)
            throws InterruptedException {
        if (own.isEmpty() && walls.isEmpty()) {
            return;
        }
        boolean readsInput = hook.name().equals("pre-push");
        var lines = new ArrayList<>(List.of("#!/bin/sh", "unset GIT_CONFIG_COUNT"));
        String from = "";
        if (readsInput) {
            lines.add("input=$(cat; echo .)");
            from = "printf '%s' \"${input%.}\" | ";
        }
        if (own.isPresent()) {
            lines.add(
                    "%s%s%s=yes %s \"$@\" || %s"
                            .formatted(
                                    from,
                                    path,
                                    GitLeave.WITHIN,
                                    quoted(own.get().argv()),
                                    own.get().isGate() ? "exit $?" : ":"));
            lines.add("export KIRO_HOOKS=off");
        }
        if (walls.isPresent()) {
            lines.add(from + confined(walls.get(), List.of(hook.file().toString())) + " \"$@\"");
        }
        write(hooks().resolve(hook.name()), lines);
    }

    /// The setting by which git starts a driver within walls.
    Map.Entry<String, String> driver(GitPrograms.Driver driver, Confinement walls)
            throws InterruptedException {
        Path script =
                folder.resolve(
                        "driver-" + Hash.of(driver.key().getBytes(StandardCharsets.UTF_8)).hex());
        List<String> given =
                PLACEHOLDER
                        .matcher(driver.command())
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
        String line =
                PLACEHOLDER
                        .matcher(driver.command())
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        "\"$%d\"".formatted(given.indexOf(found.group(1)) + 1)));
        write(
                script,
                List.of(
                        "#!/bin/sh",
                        "unset GIT_CONFIG_COUNT",
                        confined(walls, List.of("/bin/sh", "-c", line, "driver")) + " \"$@\""));
        return Map.entry(
                driver.key(),
                Stream.concat(
                                Stream.of(quoted(script.toString())),
                                given.stream().map(name -> "%" + name))
                        .collect(Collectors.joining(" ")));
    }

    private String confined(Confinement walls, List<String> argv) throws InterruptedException {
        Command command = walls.confine(Command.of(top, LONGEST, argv));
        String variables =
                new TreeMap<>(command.environment())
                        .entrySet().stream()
                                .map(each -> each.getKey() + "=" + quoted(each.getValue()) + " ")
                                .collect(Collectors.joining());
        return path + variables + quoted(command.argv());
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, String.join("\n", lines) + "\n");
            if (!file.toFile().setExecutable(true)) {
                throw new IOException(file + " cannot be made executable");
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String quoted(List<String> words) {
        return words.stream().map(GitScripts::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stubborn) {
            folder.toFile().deleteOnExit();
        }
    }
}
