package kiro.steering.project;

import java.time.LocalDate;
import java.util.List;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;

/// Somebody answers for violations of a rule until a day.
///
/// @param rule its id, such as `code-style/no-console-log`
/// @param files those it is about, as the file of waivers names them
/// @param owner who answers for it
/// @param until the last day on which it holds
/// @param reason empty where none is given
/// @param file where it is written
public record Waiver(
        String rule,
        List<PathGlob> files,
        String owner,
        LocalDate until,
        String reason,
        String file,
        SourceSpan span) {
    public Waiver {
        files = List.copyOf(files);
    }

    boolean isFor(String id, String path) {
        return rule.equals(id) && files.stream().anyMatch(each -> each.matches(path));
    }

    boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
