package kiro.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.edit.LineSearch.Place;
import kiro.text.TextDocument;
import kiro.text.TextDocument.Line;

/// Applies the hunks of a patch to one document, all or none.
final class HunkEdit {
    private final TextDocument document;
    private final List<String> lines;
    private final List<LineEdit> edits = new ArrayList<>();
    private final List<String> newLines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    HunkEdit(TextDocument document) {
        this.document = document;
        this.lines = document.lines().stream().map(Line::text).toList();
    }

    TextEdit make(List<Hunk> hunks) {
        int cursor = 0;
        for (Hunk hunk : hunks) {
            switch (new HunkPlacement(lines, hunk, cursor).find()) {
                case HunkPlacement.Result.Found found -> {
                    if (!take(hunk, found.place())) {
                        return unfit(
                                hunk,
                                "the file is indented less than it, and it adds lines that are indented"
                                        + " less still: give its lines as the file has them");
                    }
                    cursor = found.place().start() + hunk.oldLines().size();
                }
                case HunkPlacement.Result.Unfit unfit -> {
                    return unfit(hunk, unfit.why());
                }
            }
        }
        boolean isTerminated = lines.isEmpty() || !document.lines().getLast().end().isEmpty();
        List<Line> spliced =
                new LineSplice(document.lines(), document.lineEnd())
                        .apply(edits, newLines, isTerminated);
        return new TextEdit.Made(document.withLines(spliced), notes);
    }

    private static TextEdit unfit(Hunk hunk, String why) {
        return new TextEdit.Unfit("hunk %d does not fit: %s".formatted(hunk.number(), why));
    }

    private boolean take(Hunk hunk, Place place) {
        int at = place.start();
        int from = at;
        int newFrom = newLines.size();
        for (Hunk.HunkLine line : hunk.lines()) {
            switch (line) {
                case Hunk.Kept _ -> {
                    close(from, at, newFrom);
                    at++;
                    from = at;
                    newFrom = newLines.size();
                }
                case Hunk.Removed _ -> at++;
                case Hunk.Added added -> {
                    Optional<String> indented = place.indentation().of(added.text());
                    if (indented.isEmpty()) {
                        return false;
                    }
                    newLines.add(indented.get());
                }
            }
        }
        close(from, at, newFrom);
        if (place.tolerance() != Tolerance.NOTHING) {
            notes.add(
                    "hunk %d was found at line %d %s"
                            .formatted(
                                    hunk.number(), place.start() + 1, place.tolerance().words()));
        }
        return true;
    }

    private void close(int from, int to, int newFrom) {
        if (to > from || newLines.size() > newFrom) {
            edits.add(new LineEdit(from, to, newFrom, newLines.size()));
        }
    }
}
