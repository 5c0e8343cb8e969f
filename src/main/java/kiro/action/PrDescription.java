package kiro.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.evidence.Evidence;
import kiro.evidence.Verdict;
import kiro.evidence.Verification;
import kiro.spec.Section;
import kiro.spec.Spec;

/// The description of a pull request, as Markdown.
///
/// @param specs that it serves
/// @param verifications what is known of their criteria, in the order of the specs
/// @param subjects the first lines of its commits, the oldest first
/// @param breaking what it takes from those who build on the project
/// @param prose what somebody says of it beside what can be read off
record PrDescription(
        Change change,
        List<Spec> specs,
        List<Verification> verifications,
        List<String> subjects,
        List<String> breaking,
        Optional<Prose> prose) {
    private static final int MOST_SUBJECTS = 12;
    private static final int MOST_NAMES = 6;
    private static final int MOST_TESTS = 15;

    PrDescription {
        specs = List.copyOf(specs);
        verifications = List.copyOf(verifications);
        subjects = List.copyOf(subjects);
        breaking = List.copyOf(breaking);
    }

    /// @param summary paragraphs
    record Prose(String title, List<String> summary) {
        Prose {
            summary = List.copyOf(summary);
        }
    }

    PrDescription with(Prose other) {
        return new PrDescription(
                change, specs, verifications, subjects, breaking, Optional.of(other));
    }

    String text() {
        var parts = new ArrayList<String>();
        parts.add("# " + prose.map(Prose::title).orElseGet(this::title));
        parts.add(what());
        for (int i = 0; i < specs.size(); i++) {
            parts.add(criteria(specs.get(i), verifications.get(i)));
        }
        parts.add("## Changes\n\n" + String.join("\n", modules()));
        parts.add(
                "## Breaking changes\n\n"
                        + (breaking.isEmpty() ? "None that the code shows." : bullets(breaking)));
        parts.add("## How it was tested\n\n" + tested());
        return String.join("\n\n", parts) + "\n";
    }

    /// What one commit says, or one spec is called, else what is changed most.
    private String title() {
        if (subjects.size() == 1) {
            return subjects.getFirst();
        }
        return specs.size() == 1
                ? specs.getFirst().title()
                : new SubjectWriter(change, 72).words(CommitType.FEAT);
    }

    private String what() {
        List<String> said =
                subjects.size() <= MOST_SUBJECTS
                        ? subjects
                        : Stream.concat(
                                        subjects.stream().limit(MOST_SUBJECTS),
                                        Stream.of(
                                                "and %d more commits"
                                                        .formatted(
                                                                subjects.size() - MOST_SUBJECTS)))
                                .toList();
        String overview =
                specs.stream()
                        .map(PrDescription::overview)
                        .flatMap(Optional::stream)
                        .reduce("", (all, each) -> all + each + "\n\n");
        String summary = prose.map(each -> String.join("\n\n", each.summary()) + "\n\n").orElse("");
        return "## What\n\n" + summary + overview + bullets(said);
    }

    /// The first paragraph of its overview.
    private static Optional<String> overview(Spec spec) {
        return spec.section("Overview")
                .map(Section::body)
                .map(text -> text.strip().split("\\n\\s*\\n", 2)[0].strip())
                .filter(text -> !text.isEmpty());
    }

    private static String criteria(Spec spec, Verification verification) {
        var lines = new ArrayList<String>();
        long proven = verification.verdicts().stream().filter(Verdict::isProven).count();
        lines.add("## Criteria of " + spec.name());
        lines.add("");
        lines.add(
                "%d of %d are proven by the evidence that is kept."
                        .formatted(proven, verification.verdicts().size()));
        lines.add("");
        lines.add("| criterion | state | evidence |");
        lines.add("|---|---|---|");
        for (Verdict verdict : verification.verdicts()) {
            lines.add(
                    "| %s: %s | %s | %s |"
                            .formatted(
                                    verdict.criterion().id(),
                                    cell(
                                            spec.criterion(verdict.criterion().id())
                                                    .map(each -> each.text())
                                                    .orElse("")),
                                    verdict.isProven() ? "proven" : "**unproven**",
                                    cell(evidence(verdict, verification.evidence()))));
        }
        return String.join("\n", lines);
    }

    private static String evidence(Verdict verdict, List<Evidence> all) {
        if (!verdict.isProven()) {
            return verdict.reason();
        }
        List<String> tests = verdict.tests().stream().map(each -> "`" + each + "`").toList();
        return tests.isEmpty()
                ? all.stream()
                        .filter(each -> each.criterion().equals(verdict.criterion().id()))
                        .flatMap(each -> each.tests().stream())
                        .map(each -> "`" + each.test() + "`")
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(verdict.reason())
                : String.join(", ", tests);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }

    private List<String> modules() {
        var byModule = new TreeMap<String, List<ChangedFile>>();
        for (ChangedFile file : change.files()) {
            byModule.computeIfAbsent(module(file.path()), _ -> new ArrayList<>()).add(file);
        }
        var lines = new ArrayList<String>();
        byModule.forEach((module, files) -> {
            int added = files.stream().mapToInt(file -> file.added().size()).sum();
            int removed = files.stream().mapToInt(file -> file.removed().size()).sum();
            String count = files.size() == 1 ? "1 file" : files.size() + " files";
            lines.add(
                    "- `%s`: %s, +%d −%d%s"
                            .formatted(module, count, added, removed, names(module)));
        });
        return lines;
    }

    private static String module(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : path.substring(0, slash);
    }

    /// What is new, gone and declared otherwise in a folder, without what belongs to a declaration that is named.
    private String names(String module) {
        var words = new LinkedHashMap<String, String>();
        change.symbols().stream()
                .filter(each -> module(each.path()).equals(module))
                .filter(each -> FileRole.of(each.path()) == FileRole.SOURCE)
                .filter(each -> each.kind() != SymbolChange.Kind.BODY)
                .filter(each -> each.isTopLevel() || each.isPublic())
                .sorted(Comparator.comparing(each -> !each.isTopLevel()))
                .forEach(each -> {
                    if (!words.containsKey(each.symbol().owner())) {
                        words.putIfAbsent(
                                each.symbol().qualifiedName(),
                                word(each.kind()) + " `" + each.symbol().qualifiedName() + "`");
                    }
                });
        List<String> all = new ArrayList<>(words.sequencedValues());
        if (all.isEmpty()) {
            return "";
        }
        int rest = all.size() - MOST_NAMES;
        return "; "
                + String.join(", ", all.subList(0, Math.min(MOST_NAMES, all.size())))
                + (rest > 0 ? " and %d more".formatted(rest) : "");
    }

    private static String word(SymbolChange.Kind kind) {
        return switch (kind) {
            case ADDED -> "new";
            case REMOVED -> "gone";
            case SIGNATURE -> "declared otherwise";
            case BODY -> "changed";
        };
    }

    private String tested() {
        List<String> fresh =
                change.symbols(FileRole.TEST, SymbolChange.Kind.ADDED).stream()
                        .filter(each -> each.symbol().kind().isFunction())
                        .map(each -> each.symbol().qualifiedName())
                        .toList();
        var lines = new ArrayList<String>();
        if (fresh.isEmpty()) {
            lines.add(
                    change.files(FileRole.TEST).isEmpty()
                            ? "No test is new or changed."
                            : "Tests are changed, none is new.");
        } else {
            lines.add("New tests:\n");
            fresh.stream().limit(MOST_TESTS).forEach(name -> lines.add("- `" + name + "`"));
            if (fresh.size() > MOST_TESTS) {
                lines.add("- and %d more".formatted(fresh.size() - MOST_TESTS));
            }
        }
        List<String> commands =
                verifications.stream()
                        .flatMap(each -> each.evidence().stream())
                        .map(Evidence::command)
                        .distinct()
                        .toList();
        lines.add("");
        lines.add(
                commands.isEmpty()
                        ? "No run of the tests is kept as evidence."
                        : "The kept evidence comes from `%s`."
                                .formatted(String.join("`, `", commands)));
        return String.join("\n", lines);
    }

    private static String bullets(List<String> lines) {
        return String.join("\n", lines.stream().map(line -> "- " + line).toList());
    }
}
