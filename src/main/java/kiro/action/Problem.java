package kiro.action;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.finding.RuleId;
import kiro.finding.Severity;
import kiro.text.SourceSpan;

/// What a compiler or linter has against a file.
///
/// @param tool that said it
/// @param code what the tool calls it; may be empty
/// @param file from the workspace's root
/// @param remedy the tool's own way out, in edits of the file
record Problem(
        String tool,
        String code,
        boolean isError,
        String file,
        Place place,
        String message,
        List<TextEdit> remedy) {
    /// @param line from 1
    /// @param column from 1
    record Place(int line, int column) {}

    Problem {
        remedy = List.copyOf(remedy);
    }

    int line() {
        return place.line();
    }

    int column() {
        return place.column();
    }

    Finding finding(Optional<String> fix) {
        int line = Math.max(1, place.line());
        int column = Math.max(1, place.column());
        return new Finding(
                new RuleId(tool + "/" + rule()),
                isError ? Severity.ERROR : Severity.WARNING,
                file,
                new SourceSpan(line, column, line, column),
                message.replaceAll("\\s*\\n\\s*", " "),
                fix);
    }

    private String rule() {
        String plain =
                code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "problem" : plain;
    }
}
