package kiro;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import kiro.cli.Console;
import kiro.evidence.JavaHome;

/// The world outside of the program, as it was when the program started.
///
/// @param directory where the command was called
/// @param javaHome the Java that runs this program
/// @param home the person's home folder
/// @param organisation the rules of whoever looks after the machine, which may not be there
record Outside(
        Console console,
        Map<String, String> environment,
        Path directory,
        Path javaHome,
        Path home,
        Path organisation,
        Clock clock) {
    /// The same with other variables.
    Outside with(Map<String, String> variables) {
        return new Outside(
                console, Map.copyOf(variables), directory, javaHome, home, organisation, clock);
    }

    /// The Java that is set, and the one that runs this program, for tests that need one.
    JavaHome javaForTests() {
        return new JavaHome(
                Optional.ofNullable(environment.get("JAVA_HOME")).map(Path::of),
                Optional.of(javaHome));
    }

    /// A person's home folder: what the variable says, as for a shell and for git; Java itself goes by the system's list of
    /// persons alone.
    ///
    /// @param listed in that list
    static Path home(Map<String, String> environment, Path listed) {
        return Optional.ofNullable(environment.get("HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(listed);
    }

    /// Where files go that nobody needs after the run: in a place where others have theirs too. Services and containers often
    /// do not say who the person is, and then their home does.
    Path temporary() {
        String person =
                Optional.ofNullable(environment.get("USER"))
                        .filter(name -> !name.isBlank())
                        .or(() -> Optional.ofNullable(home.getFileName()).map(Path::toString))
                        .orElse("user")
                        .replaceAll("[^\\w.-]", "_");
        return Path.of(environment.getOrDefault("TMPDIR", "/tmp")).resolve("kiro-output-" + person);
    }

    /// Where a system keeps what programs can make again.
    Path caches(String system) {
        Optional<Path> named =
                Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                        .filter(value -> !value.isBlank())
                        .map(Path::of)
                        .filter(Path::isAbsolute);
        if (named.isPresent()) {
            return named.get();
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Caches");
        }
        String local = environment.get("LOCALAPPDATA");
        return system.startsWith("Windows") && local != null
                ? Path.of(local)
                : home.resolve(".cache");
    }
}
