package kiro.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in the imperative what a change does, by what it declares, answers and tests.
final class SubjectWriter {
    private static final int MOST_NAMES = 3;

    private final Change change;
    private final int room;

    /// @param room how many characters there are for it
    SubjectWriter(Change change, int room) {
        this.change = change;
        this.room = room;
    }

    String words(CommitType type) {
        List<List<String>> candidates =
                switch (type) {
                    case FEAT -> List.of(routes(), added(), gone(), removed(), touched("extend"));
                    case FIX -> List.of(tested("make sure that "), touched("correct"), added());
                    case PERF -> List.of(touched("speed up"), added());
                    case REFACTOR ->
                            List.of(moved(), gone(), removed(), extracted(), touched("rework"));
                    case TEST -> List.of(tested("check that "), newTests(), files("update"));
                    case DOCS -> List.of(files("describe", "update"));
                    case STYLE -> List.of(files("format"));
                    case BUILD, CI, CHORE -> List.of(versions(), files("add", "update"));
                };
        return Stream.concat(candidates.stream(), Stream.of(files("update")))
                .flatMap(List::stream)
                .filter(words -> words.length() <= room)
                .findFirst()
                .orElse("update %d files".formatted(change.files().size()));
    }

    private List<String> routes() {
        return named("add ", change.newRoutes());
    }

    private List<String> gone() {
        return named("remove ", change.goneRoutes());
    }

    /// The largest new declarations first, without what is declared within another new one.
    private List<String> added() {
        Set<String> elsewhere = names(SymbolChange.Kind.REMOVED);
        List<SymbolChange> fresh =
                change.symbols(FileRole.SOURCE, SymbolChange.Kind.ADDED).stream()
                        .filter(each -> !elsewhere.contains(each.symbol().name()))
                        .toList();
        return named("add ", outermost(fresh));
    }

    private List<String> removed() {
        boolean isAll =
                change.symbols(FileRole.SOURCE).stream()
                        .filter(each -> each.kind() == SymbolChange.Kind.ADDED)
                        .findAny()
                        .isEmpty();
        return isAll
                ? named(
                        "remove ",
                        outermost(change.symbols(FileRole.SOURCE, SymbolChange.Kind.REMOVED)))
                : List.of();
    }

    private List<String> extracted() {
        List<String> fresh =
                outermost(
                        change.symbols(FileRole.SOURCE, SymbolChange.Kind.ADDED).stream()
                                .filter(SymbolChange::isTopLevel)
                                .toList());
        return named("extract ", fresh);
    }

    private List<String> moved() {
        List<ChangedFile> moved =
                change.files().stream()
                        .filter(file -> file.kind() == ChangedFile.Kind.MOVED)
                        .filter(file -> file.role() == FileRole.SOURCE)
                        .toList();
        if (moved.size() != 1) {
            return List.of();
        }
        ChangedFile file = moved.getFirst();
        String before = Words.stem(file.before());
        String after = Words.stem(file.path());
        return List.of(
                before.equals(after)
                        ? "move %s to %s".formatted(after, folder(file.path()))
                        : "rename %s to %s".formatted(before, after));
    }

    private static String folder(String path) {
        List<String> names = List.of(path.split("/"));
        return names.size() < 2 ? "the top folder" : names.get(names.size() - 2);
    }

    private List<String> touched(String verb) {
        List<SymbolChange> bodies =
                change.symbols(FileRole.SOURCE).stream()
                        .filter(each ->
                                each.kind() == SymbolChange.Kind.BODY
                                        || each.kind() == SymbolChange.Kind.SIGNATURE)
                        .toList();
        List<SymbolChange> functions =
                bodies.stream().filter(each -> each.symbol().kind().isFunction()).toList();
        return named(
                verb + " ",
                (functions.isEmpty() ? bodies : functions)
                        .stream()
                                .sorted(Comparator.comparingInt(SymbolChange::weight).reversed())
                                .map(each -> each.symbol().qualifiedName())
                                .distinct()
                                .toList());
    }

    /// The first new test whose name is a sentence.
    private List<String> tested(String verb) {
        return change.symbols(FileRole.TEST, SymbolChange.Kind.ADDED).stream()
                .map(each -> Words.sentence(each.symbol().name()))
                .flatMap(Optional::stream)
                .map(sentence -> verb + sentence)
                .toList();
    }

    private List<String> newTests() {
        List<String> files =
                change.symbols(FileRole.TEST, SymbolChange.Kind.ADDED).stream()
                        .map(each -> Words.stem(each.path()))
                        .distinct()
                        .toList();
        return named("add tests to ", files);
    }

    private List<String> versions() {
        List<VersionSteps.Step> steps = VersionSteps.of(change.files());
        if (steps.size() == 1) {
            VersionSteps.Step step = steps.getFirst();
            return List.of(
                    "bump %s from %s to %s".formatted(step.name(), step.before(), step.after()));
        }
        return steps.isEmpty()
                ? List.of()
                : Stream.concat(
                                named("bump ", steps.stream().map(VersionSteps.Step::name).toList())
                                        .stream(),
                                Stream.of("bump %d dependencies".formatted(steps.size())))
                        .toList();
    }

    /// @param ofNew the verb where all of them are new
    private List<String> files(String ofNew, String verb) {
        boolean isNew =
                change.files().stream().allMatch(file -> file.kind() == ChangedFile.Kind.ADDED);
        return files(isNew ? ofNew : verb);
    }

    private List<String> files(String verb) {
        List<String> names =
                change.files().stream()
                        .sorted(Comparator.comparingInt(ChangedFile::weight).reversed())
                        .map(ChangedFile::name)
                        .distinct()
                        .toList();
        return Stream.concat(
                        named(verb + " ", names).stream(),
                        Stream.of("%s %d files".formatted(verb, change.files().size())))
                .toList();
    }

    private Set<String> names(SymbolChange.Kind kind) {
        return change.symbols(FileRole.SOURCE, kind).stream()
                .map(each -> each.symbol().name())
                .collect(Collectors.toSet());
    }

    private static List<String> outermost(List<SymbolChange> symbols) {
        Set<String> all =
                symbols.stream()
                        .map(each -> each.symbol().qualifiedName())
                        .collect(Collectors.toSet());
        return symbols.stream()
                .filter(each -> !all.contains(each.symbol().owner()))
                .sorted(
                        Comparator.comparing(SymbolChange::isTopLevel)
                                .thenComparing(SymbolChange::isPublic)
                                .thenComparingInt(SymbolChange::weight)
                                .reversed())
                .map(each -> each.symbol().qualifiedName())
                .distinct()
                .toList();
    }

    /// As many names as there is room for; the rest is counted.
    private List<String> named(String verb, List<String> names) {
        var candidates = new ArrayList<String>();
        for (int count = Math.min(MOST_NAMES, names.size()); count > 0; count--) {
            int rest = names.size() - count;
            List<String> first = names.subList(0, count);
            candidates.add(
                    verb
                            + (rest == 0
                                    ? Words.list(first)
                                    : String.join(", ", first) + " and " + rest + " more"));
        }
        return candidates;
    }
}
