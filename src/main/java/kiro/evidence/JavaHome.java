package kiro.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Java that builds of the project may be given.
///
/// @param configured what `JAVA_HOME` says
/// @param own the Java that this program runs on
public record JavaHome(Optional<Path> configured, Optional<Path> own) {
    private static final Pattern VERSION =
            Pattern.compile("(?m)^JAVA_VERSION=\"(?:1\\.)?(\\d{1,3})");

    /// For builds that need none.
    public static JavaHome none() {
        return new JavaHome(Optional.empty(), Optional.empty());
    }

    /// The Java for a project that is compiled for a release: the configured one where it is new enough,
    /// else our own where that is a JDK and new enough; empty when `JAVA_HOME` is best left alone.
    Optional<Path> forRelease(int release) {
        boolean isConfiguredFit = configured.filter(home -> version(home) >= release).isPresent();
        return isConfiguredFit ? configured : own.filter(home -> isFit(home, release));
    }

    private static boolean isFit(Path home, int release) {
        boolean isJdk =
                Files.isExecutable(home.resolve("bin/javac"))
                        || Files.isExecutable(home.resolve("bin/javac.exe"));
        return isJdk && version(home) >= release;
    }

    /// The feature release of a Java installation; 0 when it does not say.
    private static int version(Path home) {
        try {
            Matcher matcher = VERSION.matcher(Files.readString(home.resolve("release")));
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
