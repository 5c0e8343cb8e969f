package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.session.LogReading;
import kiro.session.SessionId;
import kiro.session.Transcript;

/// Looks for words in what was said and done in a session.
final class SessionSearch {
    private static final int AROUND = 100;

    private final String words;
    private final ShownText shown;

    SessionSearch(String words, ShownText shown) {
        this.words = words.toLowerCase(Locale.ROOT);
        this.shown = shown;
    }

    /// @param line the first line that has the words, cut where it is long
    record Match(SessionId session, Transcript.Entry entry, String line) {}

    /// What is masked is not found.
    List<Match> in(SessionId session, LogReading log) {
        var matches = new ArrayList<Match>();
        for (Transcript.Entry entry : Transcript.of(log)) {
            line(shown.of(entry.title() + "\n" + entry.body()))
                    .ifPresent(line -> matches.add(new Match(session, entry, line)));
        }
        return matches;
    }

    private Optional<String> line(String text) {
        for (String line : text.split("\n")) {
            int at = line.toLowerCase(Locale.ROOT).indexOf(words);
            if (at >= 0) {
                int from = Math.max(0, Math.min(at, line.length()) - AROUND);
                int to = Math.min(line.length(), at + words.length() + AROUND);
                return Optional.of(
                        (from > 0 ? "..." : "")
                                + line.substring(Math.min(from, to), to).strip()
                                + (to < line.length() ? "..." : ""));
            }
        }
        return Optional.empty();
    }
}
