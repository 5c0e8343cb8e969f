package kiro.action;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the message of a commit from what changed, in the way of the project's log.
final class CommitMessages {
    private static final int MOST_LINES = 8;
    private static final Pattern TICKET = Pattern.compile("[A-Z][A-Z0-9]{1,9}-\\d+");
    private static final Pattern NUMBER =
            Pattern.compile("(?:^|/)(?:issue-|gh-|#)?(?<number>\\d{1,6})(?:[-_/]|$)");
    private static final Pattern CRITERION =
            Pattern.compile("(?<spec>[a-z0-9][a-z0-9-]*)#(?<id>AC-\\d+|\\d+\\.\\d+)");

    private final CommitLog log;
    private final Path root;
    private final Style style;

    /// How messages are to be.
    ///
    /// @param length of the first line, at most
    /// @param hasBody whether each declaration is named below it
    /// @param ofDeclarations whether a public declaration that is gone breaks something
    record Style(int length, boolean hasBody, boolean ofDeclarations) {}

    CommitMessages(CommitLog log, Path root, Style style) {
        this.log = log;
        this.root = root;
        this.style = style;
    }

    /// @param branch that is checked out; may be empty
    CommitMessage write(Change change, String branch) {
        CommitType type = new TypeJudge(new TypeHabits(log)).type(change, branch);
        String scope = new ScopeJudge(log).scope(type, change.files());
        List<String> breaking = BreakingChanges.of(change, style.ofDeclarations());
        var head = new ConventionalSubject(type, scope, !breaking.isEmpty(), "");
        int room = style.length() - head.toString().length();
        String words = new SubjectWriter(change, room).words(type);
        return new CommitMessage(
                new ConventionalSubject(type, scope, !breaking.isEmpty(), words),
                style.hasBody() ? body(change) : List.of(),
                breaking,
                footers(change, branch));
    }

    private static List<String> body(Change change) {
        var lines = new LinkedHashMap<String, String>();
        change.newRoutes().forEach(route -> lines.put(route, "- add " + route));
        change.goneRoutes().forEach(route -> lines.put(route, "- remove " + route));
        for (SymbolChange each : change.symbols(FileRole.SOURCE)) {
            String name = each.symbol().qualifiedName();
            switch (each.kind()) {
                case ADDED -> {
                    if (each.isPublic() || each.isTopLevel()) {
                        lines.putIfAbsent(name, "- add " + name);
                    }
                }
                case REMOVED -> lines.putIfAbsent(name, "- remove " + name);
                case SIGNATURE -> lines.putIfAbsent(name, "- change how " + name + " is declared");
                case BODY -> {}
            }
        }
        var all = new ArrayList<>(lines.sequencedValues());
        if (all.size() < 2) {
            return List.of();
        }
        if (all.size() <= MOST_LINES) {
            return all;
        }
        var first = new ArrayList<>(all.subList(0, MOST_LINES));
        first.add("- and %d more".formatted(all.size() - MOST_LINES));
        return first;
    }

    private List<String> footers(Change change, String branch) {
        var footers = new ArrayList<String>();
        ticket(branch).ifPresent(ticket -> footers.add("Refs: " + ticket));
        SequencedSet<String> specs = specs(change);
        if (!specs.isEmpty()) {
            footers.add("Spec: " + String.join(", ", specs));
        }
        return footers;
    }

    private static Optional<String> ticket(String branch) {
        Matcher ticket = TICKET.matcher(branch);
        if (ticket.find()) {
            return Optional.of(ticket.group());
        }
        Matcher number = NUMBER.matcher(branch);
        return number.find() ? Optional.of("#" + number.group("number")) : Optional.empty();
    }

    /// The criteria that its tests name, and the specs that it changes.
    private SequencedSet<String> specs(Change change) {
        var named = new TreeSet<String>();
        for (ChangedFile file : change.files()) {
            if (file.role() == FileRole.SPEC) {
                named.add(specOf(file.path()));
            }
        }
        for (ChangedFile file : change.files(FileRole.TEST)) {
            for (String line : file.added()) {
                CRITERION
                        .matcher(line)
                        .results()
                        .filter(each -> isSpec(each.group(1)))
                        .forEach(each -> named.add(each.group()));
            }
        }
        named.removeIf(name -> named.stream().anyMatch(other -> other.startsWith(name + "#")));
        return named;
    }

    private static String specOf(String path) {
        String within = path.substring(path.indexOf(".kiro/specs/") + ".kiro/specs/".length());
        int slash = within.indexOf('/');
        return slash < 0 ? Words.stem(within) : within.substring(0, slash);
    }

    private boolean isSpec(String name) {
        Path specs = root.resolve(".kiro").resolve("specs");
        return Files.exists(specs.resolve(name + ".md")) || Files.isDirectory(specs.resolve(name));
    }
}
