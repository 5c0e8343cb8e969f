package kiro.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kiro.process.Command;
import kiro.text.Hash;

/// Where the build tools of one workspace keep what they fetch within the walls: a folder of its own, beside those of others,
/// and never the person's. What lies in the person's is read.
public final class BuildStores {
    /// Touched whenever a command is given the folder.
    static final String USED = ".used";

    /// Names the workspace, for whoever looks after the folders.
    static final String OF = ".workspace";

    private static final List<StoreTool> TOOLS =
            List.of(
                    new MavenStore(),
                    new GradleStore(),
                    new GoStore(),
                    new CargoStore(),
                    new PlainStores());

    private final Path all;
    private final Places places;
    private final Clock clock;
    private Set<String> marks = Set.of();
    private boolean isUsed;

    /// @param all the folder that holds those of every workspace
    /// @param workspace whose folder it is, though commands may run in a copy of it
    public BuildStores(Path all, Path workspace, People people, Clock clock) {
        this.all = all;
        this.places =
                new Places(
                        workspace,
                        all.resolve(Hash.of(workspace.toString()).hex().substring(0, 16)),
                        people);
        this.clock = clock;
    }

    /// Whose machine it is.
    ///
    /// @param home where tools look that go by the variable `HOME`
    /// @param javaHome where those look that are written in Java, which go by the system's list of persons
    /// @param environment what commands find unless they are given something else
    /// @param system the property `os.name`
    public record People(Path home, Path javaHome, Map<String, String> environment, String system) {
        public People {
            environment = Map.copyOf(environment);
        }

        boolean isMac() {
            return system.startsWith("Mac");
        }
    }

    /// What a command is given.
    ///
    /// @param writable the folders that the variables name
    public record Given(Map<String, String> environment, List<Path> writable) {
        public static final Given NOTHING = new Given(Map.of(), List.of());

        public Given {
            environment = Map.copyOf(environment);
            writable = List.copyOf(writable);
        }
    }

    /// The folder of this workspace.
    public Path folder() {
        return places.store();
    }

    /// The variables that lead build tools there. A tool whose own folder the command can write keeps to that.
    ///
    /// @param writable what the command can write beside the workspace
    /// @param hasNetwork whether anything can be fetched; without it only what was fetched before, and tools that read the
    ///     person's folder as well, are led there
    public synchronized Given given(Command command, List<Path> writable, boolean hasNetwork) {
        var variables = new HashMap<>(places.people().environment());
        variables.putAll(command.environment());
        var scene =
                new Scene(
                        places,
                        Map.copyOf(variables),
                        writable,
                        hasNetwork,
                        String.join(" ", command.argv()),
                        marks());
        try {
            use();
            var environment = new HashMap<String, String>();
            for (StoreTool tool : TOOLS) {
                environment.putAll(tool.variables(scene));
            }
            return new Given(environment, folders());
        } catch (IOException unusable) {
            // The tools then find their folders as they are, which can be read.
            return Given.NOTHING;
        }
    }

    /// Looked for until some are found.
    private Set<String> marks() {
        if (marks.isEmpty()) {
            marks = Marks.in(places.workspace());
        }
        return marks;
    }

    private void use() throws IOException {
        Path store = places.store();
        Files.createDirectories(store);
        if (!isUsed) {
            Files.writeString(store.resolve(OF), places.workspace() + "\n");
            isUsed = true;
        }
        Path used = store.resolve(USED);
        if (Files.notExists(used)) {
            Files.createFile(used);
        }
        Files.setLastModifiedTime(used, FileTime.from(clock.instant()));
    }

    /// What commands write lies in these; they reach the folder around them not.
    private List<Path> folders() throws IOException {
        try (Stream<Path> inside = Files.list(places.store())) {
            return inside.filter(path ->
                            Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                                    && !name(path).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /// Deletes folders that nobody needs any more, at most once a day and only after commands were given one.
    public synchronized void tidy() {
        if (isUsed) {
            new StoreSweep(all, clock).sweep();
        }
    }
}
