package kiro.hook.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.hook.EventKind;
import kiro.hook.Hook;
import kiro.hook.HookConditions;
import kiro.hook.PathFilter;
import kiro.hook.Trigger;
import kiro.text.PathGlob;

/// Says which hooks start on an event, and why the others do not.
public final class Selection {
    /// How many hooks may have led to one another before it is taken for a loop.
    static final int DEEPEST = 3;

    private final Path root;
    private final Map<String, String> environment;

    /// @param root the workspace's folder
    /// @param environment the variables that conditions ask for
    public Selection(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = Map.copyOf(environment);
    }

    /// In the order of the hooks.
    public List<Choice> choose(List<Hook> hooks, HookEvent event) {
        return hooks.stream().map(hook -> choose(hook, event)).toList();
    }

    private Choice choose(Hook hook, HookEvent event) {
        Optional<EventKind> kind = hook.trigger().event();
        if (kind.isEmpty() || !kind.get().equals(event.kind())) {
            return new Choice.Waits(hook, "waits for " + hook.trigger().word());
        }
        if (event.subject() instanceof Subject.Named(String name) && !name.equals(hook.name())) {
            return new Choice.Waits(hook, "waits for its own name or time");
        }
        if (!hook.head().isEnabled()) {
            return new Choice.Waits(hook, "is switched off");
        }
        if (!hook.canRun()) {
            return new Choice.Waits(
                    hook, "does what this version does not know: " + hook.action().label());
        }
        Optional<String> otherwise = mismatch(hook.trigger(), event);
        if (otherwise.isPresent()) {
            return new Choice.Waits(hook, otherwise.get());
        }
        Optional<String> unmet = unmet(hook.conditions());
        if (unmet.isPresent()) {
            return new Choice.Waits(hook, unmet.get());
        }
        if (!hook.source().isTrusted()) {
            return kept(hook, "was not run: nobody trusts its file, see 'kiro trust'");
        }
        if (event.cause().hooks().contains(hook.name())) {
            return new Choice.Held(
                    hook,
                    "was not run: what happened is its own doing, and it would go on for ever");
        }
        if (event.cause().depth() >= DEEPEST) {
            return kept(
                    hook,
                    "was not run: %d hooks led to one another before it, which looks like a loop"
                            .formatted(event.cause().depth()));
        }
        return new Choice.Starts(hook, narrowed(hook.trigger(), event));
    }

    /// A gate that cannot be run says no.
    private static Choice kept(Hook hook, String reason) {
        return hook.failsClosed()
                ? new Choice.Refuses(hook, reason)
                : new Choice.Held(hook, reason);
    }

    /// Why what happened is not what the hook waits for.
    private static Optional<String> mismatch(Trigger trigger, HookEvent event) {
        return switch (trigger) {
            case Trigger.FileChanged changed -> {
                if (changed.origin()
                        .filter(who -> !who.equals(event.cause().origin()))
                        .isPresent()) {
                    yield Optional.of("waits for changes by the " + changed.origin().get().word());
                }
                yield nonePresent(changed.files(), event.files());
            }
            case Trigger.GitStep step ->
                    step.files().includesAll()
                            ? Optional.empty()
                            : nonePresent(step.files(), event.files());
            case Trigger.TestsFailed failed -> nonePresent(failed.tests(), event.tests(), "tests");
            case Trigger.DependencyUpdated updated ->
                    nonePresent(updated.names(), event.dependencies(), "dependencies");
            case Trigger.ToolUse use ->
                    event.subject() instanceof Subject.ToolUse called
                                    && !use.tools().includes(called.tool())
                            ? Optional.of("waits for " + use.tools())
                            : Optional.empty();
            case Trigger.PromptSubmitted prompt ->
                    event.subject() instanceof Subject.Prompt(String words)
                                    && !prompt.includes(words)
                            ? Optional.of("waits for words that fit " + trigger.scope())
                            : Optional.empty();
            case Trigger.PullRequest _, Trigger.Moment _, Trigger.Schedule _, Trigger.Unknown _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> nonePresent(PathFilter filter, List<String> files) {
        return files.stream().anyMatch(filter::includes)
                ? Optional.empty()
                : Optional.of("none of the files is one of " + filter);
    }

    private static Optional<String> nonePresent(
            List<PathGlob> wanted, List<String> names, String what) {
        return wanted.isEmpty() || names.stream().anyMatch(name -> fits(wanted, name))
                ? Optional.empty()
                : Optional.of("none of the %s is one of %s".formatted(what, joined(wanted)));
    }

    private static boolean fits(List<PathGlob> wanted, String name) {
        return wanted.isEmpty() || wanted.stream().anyMatch(glob -> glob.matches(name));
    }

    private static HookEvent narrowed(Trigger trigger, HookEvent event) {
        return switch (trigger) {
            case Trigger.FileChanged changed ->
                    event.about(event.files().stream().filter(changed.files()::includes).toList());
            case Trigger.GitStep step ->
                    event.about(event.files().stream().filter(step.files()::includes).toList());
            case Trigger.TestsFailed failed ->
                    event.subject() instanceof Subject.FailedTests all
                            ? event.with(
                                    new Subject.FailedTests(
                                            all.tests().stream()
                                                    .filter(name -> fits(failed.tests(), name))
                                                    .toList(),
                                            all.report()))
                            : event;
            case Trigger.DependencyUpdated updated ->
                    event.subject() instanceof Subject.Dependencies all
                            ? event.with(
                                    new Subject.Dependencies(
                                            all.changed().stream()
                                                    .filter(each ->
                                                            fits(updated.names(), each.name()))
                                                    .toList()))
                            : event;
            case Trigger.ToolUse _,
                    Trigger.PromptSubmitted _,
                    Trigger.PullRequest _,
                    Trigger.Moment _,
                    Trigger.Schedule _,
                    Trigger.Unknown _ ->
                    event;
        };
    }

    private Optional<String> unmet(HookConditions conditions) {
        if (!conditions.branches().isEmpty()) {
            String branch = HeadBranch.of(root);
            if (branch.isEmpty() || !fits(conditions.branches(), branch)) {
                return Optional.of(
                        "is for the branch %s, and %s"
                                .formatted(
                                        joined(conditions.branches()),
                                        branch.isEmpty()
                                                ? "none is checked out"
                                                : branch + " is checked out"));
            }
        }
        for (String file : conditions.files()) {
            if (!isThere(file)) {
                return Optional.of("is for where there is " + file);
            }
        }
        for (var wanted : conditions.variables().entrySet()) {
            String value = environment.get(wanted.getKey());
            if (value == null
                    || !(wanted.getValue().isEmpty() || wanted.getValue().equals(value))) {
                return Optional.of(
                        "is for where %s is %s"
                                .formatted(
                                        wanted.getKey(),
                                        wanted.getValue().isEmpty() ? "set" : wanted.getValue()));
            }
        }
        return Optional.empty();
    }

    private boolean isThere(String file) {
        try {
            return Files.exists(root.resolve(file));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static String joined(List<PathGlob> globs) {
        return globs.stream().map(PathGlob::toString).collect(Collectors.joining(", "));
    }
}
