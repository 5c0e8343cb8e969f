package kiro.action;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message for a commit.
///
/// @param body lines that say what changed; may be empty
/// @param breaking what no longer works for those who built on it; may be empty
/// @param footers such as `Refs: #12`
record CommitMessage(
        ConventionalSubject subject,
        List<String> body,
        List<String> breaking,
        List<String> footers) {
    CommitMessage {
        body = List.copyOf(body);
        breaking = List.copyOf(breaking);
        footers = List.copyOf(footers);
    }

    /// As git keeps it, with a line break at its end.
    String text() {
        List<String> last =
                Stream.concat(
                                breaking.isEmpty()
                                        ? Stream.of()
                                        : Stream.of(
                                                "BREAKING CHANGE: " + String.join("; ", breaking)),
                                footers.stream())
                        .toList();
        return Stream.of(List.of(subject.toString()), body, last)
                .filter(part -> !part.isEmpty())
                .map(part -> String.join("\n", part))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }
}
