package kiro.evidence.coverage;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the profile that `go test -coverprofile` writes: blocks of lines with the number of times that they ran.
final class GoProfile {
    private static final Pattern BLOCK =
            Pattern.compile("(.+):(\\d+)\\.\\d+,(\\d+)\\.\\d+ \\d+ (\\d+)");
    private static final int MOST_LINES = 100_000;

    private GoProfile() {}

    static CoverageReading read(BufferedReader lines, ProjectPaths paths) throws IOException {
        var draft = new CoverageDraft(paths);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.startsWith("mode: ") || line.isBlank()) {
                continue;
            }
            Matcher block = BLOCK.matcher(line);
            if (!block.matches()) {
                return new CoverageReading.Damaged("line %d is no block".formatted(number));
            }
            long first = Digits.of(block.group(2));
            long last = Math.min(Digits.of(block.group(3)), first + MOST_LINES);
            for (long at = first; at <= last; at++) {
                draft.line(block.group(1), at, Digits.of(block.group(4)) > 0);
            }
        }
        return new CoverageReading.Whole(draft.coverage(), Map.of());
    }
}
