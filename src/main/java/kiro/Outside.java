package kiro;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import kiro.cli.Console;

/// The world outside of the program, as it was when the program started.
///
/// @param directory where the command was called
/// @param javaHome the Java that runs this program
/// @param home the person's home folder
record Outside(
        Console console,
        Map<String, String> environment,
        Path directory,
        Path javaHome,
        Path home,
        Clock clock) {}
