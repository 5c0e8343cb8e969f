package kiro.permission;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.permission.Ruling.Decision;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellReader;
import kiro.permission.shell.ShellReading;
import kiro.permission.shell.ShellWord;
import kiro.tool.Effect;

/// What "always allow" may mean for an effect. It never comes to mean a program that runs whatever it is
/// given: an interpreter, a wrapper, a bare `git`.
public final class StandingRule {
    private static final Pattern RUNS_ANYTHING =
            Pattern.compile(
                    "(ba|da|z|k|a|fi|c|tc)?sh|pwsh|powershell|eval|exec|source|\\.|command|builtin|python[0-9.]*|pypy[0-9.]*"
                            + "|perl|ruby|node|nodejs|deno|bun|php|lua|tclsh|awk|gawk|mawk|osascript|jshell|groovy|R|Rscript"
                            + "|env|sudo|doas|su|xargs|parallel|find|fd|timeout|time|nice|nohup|setsid|watch|ssh|npx|uvx|bunx"
                            + "|docker|podman|make|ed|vi|vim|emacs|sed|tar|rsync|busybox|toybox|flock|stdbuf|strace|script");

    private static final Set<String> GIT =
            Set.of("add", "commit", "switch", "stash", "tag", "fetch");

    /// Whatever names they are given, they lose nothing and run nothing, as long as no option is among them.
    private static final Set<String> HARMLESS_NAMES = Set.of("add", "switch", "tag");

    private static final Pattern MESSAGE = Pattern.compile("-[aqs]*m");

    private StandingRule() {}

    /// What may be offered to a person who is asked about an effect.
    public sealed interface Offer {
        /// @param rule as it would be kept for this project, its place still to be found
        record Possible(PermissionRule rule) implements Offer {}

        /// @param reason why it has to be asked about each time
        record None(String reason) implements Offer {}
    }

    public static Offer of(Effect effect, Path root) {
        return switch (effect) {
            case Effect.Execute execute -> ofLine(execute.command(), root);
            case Effect.GitChange git -> ofGit(git.arguments());
            case Effect.ServerCall call -> kept(Capability.MCP, call.server() + "/" + call.tool());
            case Effect.Fetch fetch -> ofSite(fetch.address());
            case Effect.Delegate work ->
                    kept(Capability.SUBAGENT, work.agent().isEmpty() ? "default" : work.agent());
            case Effect.Nothing _, Effect.Read _, Effect.Change _ ->
                    new Offer.None(
                            "a file is asked about each time: rules for files are written by hand");
        };
    }

    private static Offer ofSite(URI address) {
        String site = address.toString();
        int path = site.indexOf('/', site.indexOf("://") + 3);
        String start = (path < 0 ? site : site.substring(0, path)) + "/";
        return new Offer.Possible(rule(Capability.WEB_FETCH, List.of(start + "*")));
    }

    private static Offer kept(Capability capability, String subject) {
        return subject.matches("(?s).*[*\\n].*")
                ? new Offer.None("its name is asked about each time")
                : new Offer.Possible(rule(capability, List.of(subject)));
    }

    private static Offer ofLine(String line, Path root) {
        if (!(ShellReader.read(line) instanceof ShellReading.Commands read)
                || read.commands().size() != 1) {
            return new Offer.None("only a line with a single command can be allowed for good");
        }
        ShellCommand command = read.commands().getFirst();
        boolean isExact =
                CommandAssessor.facets(line, root).stream()
                        .noneMatch(facet ->
                                facet.isInexact()
                                        || (facet.capability() != Capability.SHELL
                                                && facet.assessment()
                                                                .concern()
                                                                .compareTo(Concern.SMALL)
                                                        > 0)
                                        || facet.assessment().concern().compareTo(Concern.PERSONAL)
                                                >= 0);
        if (!isExact
                || command.words().isEmpty()
                || command.words().stream().anyMatch(ShellWord::isDynamic)
                || command.text().matches("(?s).*[*\\n].*")) {
            return new Offer.None(
                    "what it does with files, or with others, is asked about each time");
        }
        if (command.program().equals("git")) {
            return ofGit(command.texts());
        }
        return objection(command.text())
                .<Offer>map(Offer.None::new)
                .orElseGet(() -> new Offer.Possible(rule(List.of(command.text()))));
    }

    private static Offer ofGit(List<String> arguments) {
        GitWords git = GitWords.of(arguments);
        List<String> words = git.words();
        if (words.isEmpty() || !GIT.contains(words.getFirst()) || git.isElsewhere()) {
            return new Offer.None(
                    "git is allowed for good by single commands alone, and not this one");
        }
        String verb = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        boolean isWithMessage =
                verb.equals("commit")
                        && rest.size() == 2
                        && MESSAGE.matcher(rest.getFirst()).matches();
        if (isWithMessage) {
            return new Offer.Possible(withoutOptions("git commit " + rest.getFirst()));
        }
        boolean isNames = !rest.isEmpty() && rest.stream().noneMatch(word -> word.startsWith("-"));
        return new Offer.Possible(
                isNames && HARMLESS_NAMES.contains(verb)
                        ? withoutOptions("git " + verb)
                        : rule(List.of(git.text())));
    }

    /// What may follow is anything that no option stands in.
    private static PermissionRule withoutOptions(String start) {
        return new PermissionRule(
                Origin.PROJECT,
                "",
                Capability.SHELL.word(),
                List.of(start + " *"),
                List.of(start + " -*", start + " * -*"),
                Decision.ALLOW);
    }

    private static PermissionRule rule(List<String> match) {
        return rule(Capability.SHELL, match);
    }

    private static PermissionRule rule(Capability capability, List<String> match) {
        return new PermissionRule(
                Origin.PROJECT, "", capability.word(), match, List.of(), Decision.ALLOW);
    }

    /// Why a pattern of commands allows too much; empty where it does not.
    static Optional<String> objection(String glob) {
        String[] words = glob.strip().split("\\s+");
        String program = words[0].substring(words[0].lastIndexOf('/') + 1);
        String name = program.replace("*", "");
        if (name.isEmpty()) {
            return Optional.of("it fits every program");
        }
        if (RUNS_ANYTHING.matcher(name).matches()) {
            return Optional.of(name + " runs whatever it is given");
        }
        boolean isBareGit =
                name.equals("git")
                        && (words.length == 1
                                || words[1].startsWith("*")
                                || words[1].startsWith("-"));
        return isBareGit ? Optional.of("git can be told to run any program") : Optional.empty();
    }
}
