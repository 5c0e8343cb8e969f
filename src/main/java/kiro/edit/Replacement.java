package kiro.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.edit.LineSearch.Place;
import kiro.text.TextDocument;
import kiro.text.TextDocument.Line;

/// Puts a new text in the only place where an old one stands. Line ends of every kind are one and the
/// same here; what lies outside of the place keeps its every byte.
final class Replacement {
    private final TextDocument document;
    private final LineFeeds feeds;
    private final String oldText;
    private final String newText;

    Replacement(TextDocument document, String oldText, String newText) {
        this.document = document;
        this.feeds = new LineFeeds(document);
        this.oldText = LineFeeds.of(oldText);
        this.newText = LineFeeds.of(newText);
    }

    TextEdit make() {
        if (oldText.equals(newText)) {
            return new TextEdit.Unfit("the old and the new text are the same");
        }
        if (oldText.isEmpty()) {
            return intoEmpty();
        }
        List<Integer> offsets = feeds.offsets(oldText);
        return switch (offsets.size()) {
            case 0 -> onLines();
            case 1 -> exactly(offsets.getFirst());
            default ->
                    new TextEdit.Unfit(Places.many(offsets.stream().map(feeds::lineAt).toList()));
        };
    }

    private TextEdit intoEmpty() {
        if (!document.lines().isEmpty()) {
            return new TextEdit.Unfit(
                    "the old text is empty, and the file is not: give the lines to replace, or write"
                            + " the whole file");
        }
        return new TextEdit.Made(document.withLines(TextDocument.of(newText).lines()), List.of());
    }

    private TextEdit exactly(int offset) {
        int end = offset + oldText.length();
        List<String> newLines = LineFeeds.split(newText);
        List<Line> region =
                new LineSplice(feeds.between(offset, end), lineEndNear(offset))
                        .apply(
                                LineDiff.between(LineFeeds.split(oldText), newLines),
                                newLines,
                                newText.endsWith("\n"));
        return made(offset, end, region, newText, List.of());
    }

    /// The text stands nowhere to the letter: its lines may, with a tolerance.
    private TextEdit onLines() {
        List<String> lines = texts(document.lines());
        List<String> wanted = LineFeeds.split(oldText);
        List<Place> places = LineSearch.places(lines, wanted, start -> true);
        return switch (places.size()) {
            case 0 -> notFound(lines, wanted);
            case 1 -> atPlace(places.getFirst(), wanted);
            default ->
                    new TextEdit.Unfit(
                            "it is not there to the letter, and %s it is %s"
                                    .formatted(
                                            places.getFirst().tolerance().words(),
                                            Places.many(
                                                    places.stream().map(Place::start).toList())));
        };
    }

    private TextEdit atPlace(Place place, List<String> wanted) {
        List<String> newLines = newLines();
        Optional<List<String>> indented = place.indentation().ofAll(newLines);
        if (indented.isEmpty()) {
            return new TextEdit.Unfit(
                    "line %d of the file is indented less than the old text, and the new text has lines"
                                    .formatted(place.start() + 1)
                            + " that are indented less still: give both as the file has them");
        }
        int offset = feeds.startOf(place.start());
        int end = feeds.startOf(place.start() + wanted.size());
        List<Line> there = feeds.between(offset, end);
        List<Line> region =
                new LineSplice(there, lineEndNear(offset))
                        .apply(
                                LineDiff.between(wanted, newLines),
                                indented.get(),
                                !there.getLast().end().isEmpty());
        String expected =
                region.stream()
                        .map(line -> line.end().isEmpty() ? line.text() : line.text() + "\n")
                        .collect(Collectors.joining());
        String note = "found at line %d %s".formatted(place.start() + 1, place.tolerance().words());
        return made(offset, end, region, expected, List.of(note));
    }

    /// The new text as lines; one more, an empty one, when it ends its last line and the old does not.
    private List<String> newLines() {
        List<String> lines = LineFeeds.split(newText);
        boolean addsLine = !oldText.endsWith("\n") && (newText.isEmpty() || newText.endsWith("\n"));
        if (addsLine) {
            lines.add("");
        }
        return lines;
    }

    private TextEdit notFound(List<String> lines, List<String> wanted) {
        List<Integer> already = newText.isBlank() ? List.of() : feeds.offsets(newText);
        if (!already.isEmpty()) {
            return new TextEdit.Unfit(
                    "the old text is not in the file, and the new text is, at line %d: the edit seems to"
                                    .formatted(feeds.lineAt(already.getFirst()) + 1)
                            + " be made already");
        }
        return new TextEdit.Unfit(
                "the old text is not in the file: " + NearestLines.describe(lines, wanted));
    }

    /// The line end that a new line at this offset takes where it replaces none.
    private String lineEndNear(int offset) {
        int line = feeds.lineAt(offset);
        return IntStream.of(line, line - 1)
                .filter(number -> number >= 0 && number < document.lines().size())
                .mapToObj(number -> document.lines().get(number).end())
                .filter(end -> !end.isEmpty())
                .findFirst()
                .orElse(document.lineEnd());
    }

    private TextEdit made(
            int from, int to, List<Line> region, String expected, List<String> notes) {
        var all = new ArrayList<>(feeds.between(0, from));
        all.addAll(region);
        all.addAll(feeds.between(to, feeds.text().length()));
        var whole = new StringBuilder();
        all.forEach(line -> whole.append(line.text()).append(line.end()));
        TextDocument made = document.withLines(TextDocument.of(whole.toString()).lines());
        String text = feeds.text();
        boolean isAsMeant =
                new LineFeeds(made)
                        .text()
                        .equals(text.substring(0, from) + expected + text.substring(to));
        return isAsMeant
                ? new TextEdit.Made(made, notes)
                : new TextEdit.Unfit(
                        "the file mixes line ends in a way that this edit would not keep: write the"
                                + " whole file");
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }
}
