package kiro.workspace;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads what `git log --format=@%ct --name-only` prints: for each file the time of the newest commit that changed it.
final class GitLogReader {
    private GitLogReader() {}

    static Map<WorkspacePath, Instant> newest(String log) {
        var newest = new LinkedHashMap<WorkspacePath, Instant>();
        Instant at = Instant.EPOCH;
        for (String line : log.lines().toList()) {
            if (line.startsWith("@")) {
                at = time(line.substring(1));
            } else if (isPath(line)) {
                newest.putIfAbsent(WorkspacePath.of(line), at);
            }
        }
        return newest;
    }

    /// Names that git has to quote are of no file that could be a spec.
    private static boolean isPath(String line) {
        return !line.isBlank()
                && !line.startsWith("\"")
                && !line.startsWith("/")
                && !line.startsWith("../");
    }

    private static Instant time(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds.strip()));
        } catch (NumberFormatException | DateTimeException notATime) {
            return Instant.EPOCH;
        }
    }
}
