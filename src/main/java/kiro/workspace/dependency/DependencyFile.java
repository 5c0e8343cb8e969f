package kiro.workspace.dependency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/// A kind of file that says what a project depends on.
public enum DependencyFile {
    POM("pom\\.xml", false),
    GRADLE(".*\\.gradle(?:\\.kts)?", false),
    GRADLE_CATALOG(".*\\.versions\\.toml", false),
    GRADLE_LOCK("gradle\\.lockfile", true),
    NPM("package\\.json", false),
    NPM_LOCK("package-lock\\.json|npm-shrinkwrap\\.json", true),
    YARN_LOCK("yarn\\.lock", true),
    PNPM_LOCK("pnpm-lock\\.yaml", true),
    REQUIREMENTS("(?:[\\w-]+-)?requirements(?:[-_.][\\w-]+)?\\.(?:txt|in)", false),
    PYPROJECT("pyproject\\.toml", false),
    PYTHON_LOCK("uv\\.lock|poetry\\.lock|pdm\\.lock", true),
    GO("go\\.mod", false),
    CARGO("Cargo\\.toml", false),
    CARGO_LOCK("Cargo\\.lock", true);

    private static final int LARGEST = 32 << 20;

    private final Pattern name;
    private final boolean isLock;

    DependencyFile(String name, boolean isLock) {
        this.name = Pattern.compile(name);
        this.isLock = isLock;
    }

    /// Empty for a file that says nothing of dependencies.
    public static Optional<DependencyFile> of(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return Arrays.stream(values())
                .filter(kind -> kind.name.matcher(last).matches())
                .findFirst();
    }

    /// Whether it says which version there is, rather than which are wanted.
    public boolean isLock() {
        return isLock;
    }

    /// The versions by their dependencies; one that is not said is empty. Empty when the file cannot be read, such as one that is
    /// being written.
    public Optional<SortedMap<Dependency, String>> read(byte[] content) {
        if (content.length > LARGEST) {
            return Optional.empty();
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return switch (this) {
            case POM -> PomReader.read(content);
            case GRADLE -> Optional.of(LineReaders.gradle(text));
            case GRADLE_CATALOG -> TomlReaders.catalog(text);
            case GRADLE_LOCK -> Optional.of(LineReaders.gradleLock(text));
            case NPM -> NpmReader.manifest(content);
            case NPM_LOCK -> NpmReader.lock(content);
            case YARN_LOCK -> Optional.of(LineReaders.yarn(text));
            case PNPM_LOCK -> Optional.of(LineReaders.pnpm(text));
            case REQUIREMENTS -> Optional.of(LineReaders.requirements(text));
            case PYPROJECT -> TomlReaders.pyproject(text);
            case PYTHON_LOCK -> TomlReaders.packages(text, "pypi");
            case GO -> Optional.of(LineReaders.go(text));
            case CARGO -> TomlReaders.cargo(text);
            case CARGO_LOCK -> TomlReaders.packages(text, "cargo");
        };
    }
}
