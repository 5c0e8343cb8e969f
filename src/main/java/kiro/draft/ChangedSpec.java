package kiro.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.spec.suggest.Accepted;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;

/// A spec with changes in it, before they are written.
///
/// @param document of its criteria
/// @param spec as it would be read
/// @param lines where the changed criteria stand
record ChangedSpec(TextDocument document, Spec spec, Map<Change, Integer> lines) {
    ChangedSpec {
        lines = Map.copyOf(lines);
    }

    /// Empty where the changes would not be read as what they are.
    static Optional<ChangedSpec> of(Spec spec, List<Change> changes) {
        var lines = new LinkedHashMap<Change, Integer>();
        TextDocument document = spec.document();
        var added = new ArrayList<Change.Added>();
        for (Change change : changes) {
            switch (change) {
                case Change.Added more -> added.add(more);
                case Change.Reworded reworded -> {
                    Optional<AcceptanceCriterion> criterion = spec.criterion(reworded.id());
                    if (criterion.filter(each -> isRewordable(spec, each)).isEmpty()) {
                        return Optional.empty();
                    }
                    int line = criterion.get().span().line();
                    document = document.withLine(line, replaced(document.line(line), reworded));
                    lines.put(change, line);
                }
            }
        }
        Optional<Spec> reworded = read(spec, document);
        return added.isEmpty()
                ? reworded.map(new Result(document, lines)::with).filter(each -> each.isOf(spec))
                : reworded.flatMap(now -> withMore(spec, now, added, lines));
    }

    private record Result(TextDocument document, Map<Change, Integer> lines) {
        ChangedSpec with(Spec spec) {
            return new ChangedSpec(document, spec, lines);
        }
    }

    /// Whether its words stand on one line, so that others can stand in their place.
    static boolean isRewordable(Spec spec, AcceptanceCriterion criterion) {
        return !criterion.text().isBlank()
                && spec.document().line(criterion.span().line()).contains(criterion.text());
    }

    private static String replaced(String line, Change.Reworded reworded) {
        int at = line.lastIndexOf(reworded.before());
        return line.substring(0, at)
                + reworded.words()
                + line.substring(at + reworded.before().length());
    }

    private static Optional<ChangedSpec> withMore(
            Spec before, Spec now, List<Change.Added> added, Map<Change, Integer> known) {
        TextDocument document =
                Accepted.words(now, added.stream().map(Change.Added::words).toList());
        int first = firstDifference(now.document(), document);
        var lines = new LinkedHashMap<Change, Integer>();
        int count = document.lines().size() - now.document().lines().size();
        known.forEach((change, line) -> lines.put(change, line > first ? line + count : line));
        int index = 0;
        for (int line = first + 1; line <= first + count && index < added.size(); line++) {
            if (!document.line(line).isBlank()) {
                lines.put(added.get(index), line);
                index++;
            }
        }
        return read(before, document)
                .map(spec -> new ChangedSpec(document, spec, lines))
                .filter(each -> each.isOf(before));
    }

    private static int firstDifference(TextDocument before, TextDocument after) {
        int at = 0;
        while (at < before.lines().size() && before.line(at + 1).equals(after.line(at + 1))) {
            at++;
        }
        return at;
    }

    /// Whether every change is read as a criterion, and all others are as they were.
    private boolean isOf(Spec before) {
        var byLine = new LinkedHashMap<Integer, AcceptanceCriterion>();
        spec.criteria().forEach(each -> byLine.put(each.span().line(), each));
        boolean areRead = lines.values().stream().allMatch(byLine::containsKey);
        long same =
                before.criteria().stream()
                        .filter(each ->
                                spec.criterion(each.id())
                                        .filter(now ->
                                                now.text().equals(each.text())
                                                        || lines.containsValue(now.span().line()))
                                        .isPresent())
                        .count();
        long added = lines.keySet().stream().filter(Change.Added.class::isInstance).count();
        return areRead
                && same == before.criteria().size()
                && spec.criteria().size() == before.criteria().size() + added;
    }

    private static Optional<Spec> read(Spec spec, TextDocument changed) {
        SequencedMap<WorkspacePath, TextDocument> documents = new LinkedHashMap<>();
        for (SpecDocument each : spec.documents()) {
            documents.put(each.path(), each.path().equals(spec.path()) ? changed : each.text());
        }
        return SpecReader.read(spec.name(), documents) instanceof SpecReading.Whole whole
                ? Optional.of(whole.spec())
                : Optional.empty();
    }

    Optional<Change> at(int line) {
        return lines.entrySet().stream()
                .filter(each -> each.getValue() == line)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
