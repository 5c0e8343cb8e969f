package kiro;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How this program is started once more.
///
/// @param argv the program and what stands before its own arguments
record OwnProgram(List<String> argv) {
    /// The launcher says where it is.
    private static final String LAUNCHER = "KIRO_PROGRAM";

    OwnProgram {
        argv = List.copyOf(argv);
    }

    /// The launcher where one started it, else Java with the classes that run now.
    static OwnProgram of(Outside outside) {
        Optional<Path> launcher =
                Optional.ofNullable(outside.environment().get(LAUNCHER))
                        .map(Path::of)
                        .filter(path -> path.isAbsolute() && Files.isExecutable(path));
        return new OwnProgram(
                launcher.map(path -> List.of(path.toString()))
                        .orElseGet(() ->
                                List.of(
                                        outside.javaHome().resolve("bin/java").toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        absolute(System.getProperty("java.class.path")),
                                        "kiro.Main")));
    }

    /// What is started works in another folder than the one that the places of classes were told from.
    private static String absolute(String places) {
        return Stream.of(places.split(Pattern.quote(File.pathSeparator)))
                .map(place -> Path.of(place).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
