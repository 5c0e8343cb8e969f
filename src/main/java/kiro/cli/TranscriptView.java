package kiro.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kiro.session.LogReading;
import kiro.session.SessionId;
import kiro.session.Transcript;

/// Shows the record of a run in a terminal: the time, what it is about, and the words, indented below one another.
final class TranscriptView {
    /// How many lines of one answer are shown where not all are asked for.
    static final int LINES = 12;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int INDENT = 20;

    private final Console console;
    private final ShownText shown;
    private final int lines;

    TranscriptView(Console console, ShownText shown, int lines) {
        this.console = console;
        this.shown = shown;
        this.lines = lines;
    }

    void print(SessionId id, LogReading log) {
        console.print(console.styled(Style.BOLD, "session " + id));
        log.damage().forEach(place -> warning(console, place));
        Transcript.of(log).forEach(this::print);
    }

    static void warning(Console console, String place) {
        console.note(console.styled(Style.YELLOW, "warning") + ": the log is damaged: " + place);
    }

    private void print(Transcript.Entry entry) {
        String head = TIME.format(entry.recorded().at()) + "  " + padded(entry.kind());
        List<String> body =
                entry.body().isBlank()
                        ? List.of()
                        : shown.of(entry.body()).stripTrailing().lines().toList();
        boolean bodyIsAll = entry.title().isEmpty() && !body.isEmpty();
        String first = bodyIsAll ? body.getFirst() : shown.of(entry.title()).replace('\n', ' ');
        console.print(styled(entry.kind(), head) + first);
        body.stream().skip(bodyIsAll ? 1 : 0).limit(lines).forEach(this::indented);
        int left = body.size() - (bodyIsAll ? 1 : 0) - lines;
        if (left > 0) {
            indented("... %,d more lines: '--full' shows them".formatted(left));
        }
    }

    private void indented(String line) {
        console.print(" ".repeat(INDENT) + console.styled(Style.DIM, line));
    }

    private static String padded(String kind) {
        return kind + " ".repeat(Math.max(1, INDENT - "00:00:00  ".length() - kind.length()));
    }

    private String styled(String kind, String head) {
        return console.styled(
                switch (kind) {
                    case "step", "plan", "run" -> Style.CYAN;
                    case "warning", "denied", "refused", "unknown" -> Style.YELLOW;
                    case "tests", "criteria", "end" -> Style.GREEN;
                    default -> Style.DIM;
                },
                head);
    }
}
