package kiro.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kiro.process.ProgramFinder;

/// The versions of Maven that a command may start, told without starting one.
final class MavenVersion {
    private static final String PROPERTIES =
            "META-INF/maven/org.apache.maven/maven-core/pom.properties";
    private static final Pattern DISTRIBUTION = Pattern.compile("apache-maven-(\\d\\S*?)-bin");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");

    private MavenVersion() {}

    /// Whether one of them reads no second repository, or may be such a one.
    static boolean isAnyOld(Scene scene) {
        Path wrapper = scene.places().workspace().resolve(".mvn/wrapper/maven-wrapper.properties");
        Stream<String> ofWrapper =
                Files.isRegularFile(wrapper) ? Stream.of(named(wrapper)) : Stream.empty();
        Stream<String> installed =
                ProgramFinder.find("mvn", scene.variable("PATH")).map(MavenVersion::of).stream();
        return Stream.concat(ofWrapper, installed).anyMatch(MavenVersion::isOld);
    }

    static boolean isOld(String version) {
        Matcher number = NUMBER.matcher(version);
        if (!number.matches()) {
            return true;
        }
        int major = Integer.parseInt(number.group(1));
        int minor = Integer.parseInt(number.group(2));
        int patch = number.group(3) == null ? 0 : Integer.parseInt(number.group(3));
        return major < 3 || (major == 3 && (minor < 9 || (minor == 9 && patch < 1)));
    }

    private static String named(Path wrapper) {
        try {
            Matcher distribution =
                    DISTRIBUTION.matcher(Files.readString(wrapper, StandardCharsets.UTF_8));
            return distribution.find() ? distribution.group(1) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String of(Path program) {
        try {
            Path real = program.toRealPath();
            Path bin = real.getParent();
            Path home = bin == null ? null : bin.getParent();
            return home == null ? "" : ofLibraries(home.resolve("lib")).orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Optional<String> ofLibraries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> libraries =
                Files.newDirectoryStream(folder, "maven-core-*.jar")) {
            for (Path library : libraries) {
                return ofLibrary(library);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofLibrary(Path library) throws IOException {
        try (var file = new ZipFile(library.toFile())) {
            ZipEntry entry = file.getEntry(PROPERTIES);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream stream = file.getInputStream(entry)) {
                var properties = new Properties();
                properties.load(stream);
                return Optional.ofNullable(properties.getProperty("version"));
            }
        }
    }
}
