package kiro.workspace;

import java.io.File;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Whoever holds a lock, as others are told of it.
///
/// @param process its number; empty where it did not say
/// @param look a command that shows what it does; empty where none does
public record LockHolder(String name, OptionalLong process, Optional<String> look) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// This process.
    LockHolder(String name) {
        this(name, OptionalLong.of(ProcessHandle.current().pid()), Optional.empty());
    }

    /// This process.
    public LockHolder(String name, String look) {
        this(name, OptionalLong.of(ProcessHandle.current().pid()), Optional.of(look));
    }

    /// A line for each part.
    String text() {
        return "%s\n%s\n%s\n"
                .formatted(
                        name,
                        process.isPresent() ? Long.toString(process.getAsLong()) : "",
                        look.orElse(""));
    }

    static LockHolder read(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        return new LockHolder(
                line(lines, 0).orElse("another run"),
                line(lines, 1)
                        .filter(number -> number.matches("[0-9]{1,18}"))
                        .map(number -> OptionalLong.of(Long.parseLong(number)))
                        .orElse(OptionalLong.empty()),
                line(lines, 2));
    }

    private static Optional<String> line(List<String> lines, int number) {
        return lines.stream().skip(number).findFirst().filter(line -> !line.isEmpty());
    }

    /// Its name, with its process and since when it has the lock.
    String since(Instant time) {
        return process.isPresent()
                ? "%s (process %d, since %s)"
                        .formatted(name, process.getAsLong(), TIME.format(time))
                : name;
    }

    /// What whoever is kept off can do.
    String next() {
        String kill = File.separatorChar == '\\' ? "taskkill /PID " : "kill ";
        return "wait until it has ended%s, or stop it%s"
                .formatted(
                        look.map(command -> ", look at it with '" + command + "'").orElse(""),
                        process.isPresent() ? " with '" + kill + process.getAsLong() + "'" : "");
    }
}
