package kiro.steering.project;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.code.Grammar;
import kiro.code.TreeSitter;
import kiro.steering.Inclusion;
import kiro.steering.Keeping;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringPlace;
import kiro.steering.SteeringStore;
import kiro.steering.rule.Violation;
import kiro.steering.sentence.Judged;
import kiro.steering.sentence.RuleState;
import kiro.steering.source.ProjectFiles;
import kiro.workspace.WorkspacePath;

/// First steering files for a project, of what it shows: each sentence with where it was seen. A sentence that a machine can
/// check is proposed only where it is checked and holds today.
public final class Starters {
    /// The standard files, in the order in which they are written.
    public static final List<String> NAMES =
            List.of("code-style", "architecture", "security", "aws", "testing", "documentation");

    private final ProjectFiles files;
    private final TreeSitter parser;

    public Starters(ProjectFiles files, TreeSitter parser) {
        this.files = files;
        this.parser = parser;
    }

    /// A file to be written.
    ///
    /// @param enforced how many of its sentences are checked
    public record Starter(String name, String text, int sentences, int enforced) {}

    /// What a project shows.
    ///
    /// @param starters files with at least one sentence
    /// @param leftOut sentences that are not true there today, with the first place of each
    public record Found(List<Starter> starters, List<String> leftOut) {
        public Found {
            starters = List.copyOf(starters);
            leftOut = List.copyOf(leftOut);
        }
    }

    /// A sentence that might be written.
    ///
    /// @param seen where, for people
    private record Candidate(String file, String sentence, String seen, boolean isRule) {}

    public Found find() {
        List<Candidate> candidates =
                StarterLine.all().stream().flatMap(line -> candidate(line).stream()).toList();
        ProjectSteering tried = tried(candidates);
        List<Violation> violations = tried.check().checkProject().violations();
        var starters = new ArrayList<Starter>();
        var leftOut = new ArrayList<String>();
        for (String name : NAMES) {
            var own = new ArrayList<Candidate>();
            int line = 0;
            for (Candidate each :
                    candidates.stream().filter(one -> one.file().equals(name)).toList()) {
                line++;
                Optional<Violation> first = first(violations, label(name), line);
                first.ifPresent(place -> leftOut.add(leftOut(each, place)));
                boolean isWritten =
                        !each.isRule()
                                || (first.isEmpty()
                                        && isEnforced(tried.sentences(), label(name), line));
                if (isWritten) {
                    own.add(each);
                }
            }
            if (!own.isEmpty()) {
                starters.add(starter(name, own));
            }
        }
        return new Found(starters, leftOut);
    }

    private static Starter starter(String name, List<Candidate> own) {
        return new Starter(
                name,
                text(name, own.stream().map(Starters::line).toList()),
                own.size(),
                (int) own.stream().filter(Candidate::isRule).count());
    }

    private static Optional<Violation> first(List<Violation> violations, String file, int line) {
        return violations.stream()
                .filter(found ->
                        found.rule().origin().file().equals(file)
                                && found.rule().origin().span().line() == line)
                .findFirst();
    }

    private static String leftOut(Candidate each, Violation place) {
        return "%s: %s (%s:%d)"
                .formatted(each.file(), each.sentence(), place.path(), place.span().line());
    }

    private static String label(String name) {
        return ".kiro/steering/%s.md".formatted(name);
    }

    private static boolean isEnforced(List<Judged> sentences, String label, int line) {
        List<Judged> own =
                sentences.stream()
                        .filter(each -> each.file().equals(label) && each.span().line() == line)
                        .toList();
        return !own.isEmpty()
                && own.stream().allMatch(each -> each.state() instanceof RuleState.Enforced);
    }

    private ProjectSteering tried(List<Candidate> candidates) {
        var drafts = new ArrayList<SteeringFile>();
        for (String name : NAMES) {
            String body =
                    String.join(
                            "\n",
                            candidates.stream()
                                    .filter(each -> each.file().equals(name))
                                    .map(each -> each.isRule() ? "- " + each.sentence() : "")
                                    .toList());
            drafts.add(
                    new SteeringFile(
                            new SteeringPlace.Project(),
                            WorkspacePath.of(label(name)),
                            name,
                            new Inclusion.Always(),
                            new Keeping(Optional.empty(), Optional.empty(), Optional.empty()),
                            body,
                            0));
        }
        return ProjectSteering.of(new SteeringStore.Reading(drafts, List.of()), files, parser);
    }

    private Optional<Candidate> candidate(StarterLine line) {
        return switch (line.where()) {
            case StarterLine.Where.Code(List<String> languages) -> {
                String seen = seen(languages);
                yield seen.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Candidate(
                                        line.file(),
                                        line.sentence(),
                                        "nothing against it in " + seen,
                                        true));
            }
            case StarterLine.Where.File file ->
                    files.paths().stream()
                            .filter(path -> file.pattern().matches(path))
                            .flatMap(path -> seen(path, file.text()).stream())
                            .findFirst()
                            .map(place ->
                                    new Candidate(
                                            line.file(),
                                            line.sentence().replace("{path}", place.path()),
                                            place.words(),
                                            false));
        };
    }

    /// @param words the path, with the line where one is meant
    private record Place(String path, String words) {}

    private Optional<Place> seen(String path, String text) {
        if (text.isEmpty()) {
            return Optional.of(new Place(path, path));
        }
        List<String> lines =
                files.read(path)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .map(all -> all.lines().toList())
                        .orElse(List.of());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return Optional.of(new Place(path, "%s:%d".formatted(path, i + 1)));
            }
        }
        return Optional.empty();
    }

    /// How many files of these languages there are, in words.
    private String seen(List<String> languages) {
        var counts = new LinkedHashMap<String, Integer>();
        for (String path : files.paths()) {
            Grammar.of(path)
                    .filter(each -> languages.contains(StarterLine.language(each)))
                    .map(each -> each == Grammar.TSX ? Grammar.TYPESCRIPT : each)
                    .ifPresent(each -> counts.merge(each.title(), 1, Integer::sum));
        }
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(each ->
                                "%d %s of %s"
                                        .formatted(
                                                each.getValue(),
                                                each.getValue() == 1 ? "file" : "files",
                                                each.getKey()))
                        .toList());
    }

    private static String line(Candidate each) {
        return "- %s <!-- seen: %s -->".formatted(each.sentence(), each.seen());
    }

    private static String text(String name, List<String> lines) {
        String title =
                name.equals("aws")
                        ? "AWS"
                        : name.substring(0, 1).toUpperCase(Locale.ROOT)
                                + name.substring(1).replace('-', ' ');
        return "---\ninclusion: always\n---\n# %s\n\n%s\n"
                .formatted(title, String.join("\n", lines));
    }
}
