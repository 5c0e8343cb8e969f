package kiro.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import kiro.edit.LineSearch.Place;

/// Finds the one place of a hunk: below the hunk before it, and below the lines that its `@@` lines name.
final class HunkPlacement {
    private final List<String> lines;
    private final Hunk hunk;
    private final int cursor;

    /// @param cursor the line, counted from 0, at which the hunk before this one ended
    HunkPlacement(List<String> lines, Hunk hunk, int cursor) {
        this.lines = lines;
        this.hunk = hunk;
        this.cursor = cursor;
    }

    sealed interface Result {
        record Found(Place place) implements Result {}

        record Unfit(String why) implements Result {}
    }

    Result find() {
        List<Scope> scopes = List.of(new Scope(cursor, lines.size() + 1));
        for (String context : hunk.contexts()) {
            scopes = below(scopes, context);
            if (scopes.isEmpty()) {
                return new Result.Unfit(
                        "its context line `%s` is not in the file%s: %s"
                                .formatted(
                                        context,
                                        afterCursor(),
                                        NearestLines.describe(lines, List.of(context))));
            }
        }
        if (hunk.oldLines().isEmpty()) {
            return insertion(scopes);
        }
        return hunk.contexts().isEmpty() ? anywhere() : inScopes(scopes);
    }

    private List<Scope> below(List<Scope> scopes, String context) {
        String bare = context.strip();
        List<Scope> same = below(scopes, (String line) -> line.strip().equals(bare));
        return same.isEmpty() ? below(scopes, (String line) -> line.contains(bare)) : same;
    }

    private List<Scope> below(List<Scope> scopes, Predicate<String> isContext) {
        var narrowed = new ArrayList<Scope>();
        for (int i = cursor; i < lines.size(); i++) {
            int line = i;
            boolean isInside = scopes.stream().anyMatch(scope -> scope.contains(line));
            if (isInside && isContext.test(lines.get(i))) {
                narrowed.add(Scope.under(lines, i));
            }
        }
        return narrowed;
    }

    private Result insertion(List<Scope> scopes) {
        if (hunk.isAtEnd() || lines.isEmpty()) {
            return at(lines.size());
        }
        if (hunk.contexts().isEmpty()) {
            return new Result.Unfit(
                    "it only adds lines and does not say where: put a line of the file above them, with a"
                            + " space in front, or a line '*** End of File' below them");
        }
        return scopes.size() == 1
                ? at(scopes.getFirst().from() + 1)
                : new Result.Unfit(
                        "its context line is "
                                + Places.many(scopes.stream().map(Scope::from).toList()));
    }

    private static Result at(int line) {
        return new Result.Found(new Place(line, Tolerance.NOTHING, Indentation.none()));
    }

    private Result anywhere() {
        List<Place> places = places(start -> start >= cursor);
        return places.isEmpty() ? notFound() : unique(places);
    }

    private Result inScopes(List<Scope> scopes) {
        List<Place> inside =
                places(start -> scopes.stream().anyMatch(scope -> scope.contains(start)));
        if (!inside.isEmpty()) {
            return unique(inside);
        }
        List<Place> below = places(start -> start >= scopes.getFirst().from());
        return below.isEmpty() ? notFound() : unique(below);
    }

    private List<Place> places(IntPredicate isAllowed) {
        int length = hunk.oldLines().size();
        return LineSearch.places(
                lines,
                hunk.oldLines(),
                start -> isAllowed.test(start) && (!hunk.isAtEnd() || isLast(start + length)));
    }

    private boolean isLast(int end) {
        return lines.stream().skip(end).allMatch(String::isBlank);
    }

    private static Result unique(List<Place> places) {
        return places.size() == 1
                ? new Result.Found(places.getFirst())
                : new Result.Unfit(
                        "its lines are " + Places.many(places.stream().map(Place::start).toList()));
    }

    private Result notFound() {
        List<Place> elsewhere = places(start -> true);
        if (!elsewhere.isEmpty()) {
            return new Result.Unfit(
                    "its lines stand at line %d, above %s: hunks are given in the order of the file"
                            .formatted(
                                    elsewhere.getFirst().start() + 1,
                                    hunk.contexts().isEmpty()
                                            ? "the end of the hunk before it"
                                            : "its context line or the hunk before it"));
        }
        List<Place> early = LineSearch.places(lines, hunk.oldLines(), start -> hunk.isAtEnd());
        if (!early.isEmpty()) {
            return new Result.Unfit(
                    "its lines stand at line %d, and not at the end of the file"
                            .formatted(early.getFirst().start() + 1));
        }
        List<Place> already =
                LineSearch.places(lines, hunk.newLines(), start -> !hunk.newLines().isEmpty());
        if (already.size() == 1 && !hunk.newLines().stream().allMatch(String::isBlank)) {
            return new Result.Unfit(
                    "its old lines are not in the file, and its new ones are, at line %d: it seems to be"
                                    .formatted(already.getFirst().start() + 1)
                            + " applied already");
        }
        return new Result.Unfit(
                "its lines are not in the file: " + NearestLines.describe(lines, hunk.oldLines()));
    }

    private String afterCursor() {
        return cursor == 0 ? "" : " below line " + cursor;
    }
}
