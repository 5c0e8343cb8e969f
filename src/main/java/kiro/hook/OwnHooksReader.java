package kiro.hook;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import kiro.finding.Slips;
import kiro.persona.Clean;
import kiro.text.NearestNames;
import kiro.text.ValueTree;
import kiro.text.YamlTree;

/// Reads `hooks.yaml`: `docs/formats/hooks.md`.
final class OwnHooksReader {
    static final String FORM = "see docs/formats/hooks.md";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,79}");
    private static final List<String> ACTIONS = List.of("command", "task", "use");
    private static final List<String> ALWAYS =
            List.of(
                    "name",
                    "description",
                    "on",
                    "command",
                    "task",
                    "spec",
                    "agent",
                    "use",
                    "with",
                    "if",
                    "timeout",
                    "debounce",
                    "concurrency",
                    "retry",
                    "enabled");
    private static final List<String> OF_EVENTS =
            List.of(
                    "files",
                    "except",
                    "origin",
                    "tools",
                    "match",
                    "tests",
                    "dependencies",
                    "every",
                    "at");
    private static final Duration SHORTEST_PERIOD = Duration.ofSeconds(1);

    private final Slips slips;
    private final HookSource source;

    OwnHooksReader(Slips slips, HookSource source) {
        this.slips = slips;
        this.source = source;
    }

    List<Hook> read(String yaml) {
        return switch (YamlTree.read(yaml, 0)) {
            case ValueTree.Reading.Broken broken -> {
                slips.error(
                        "broken", broken.span(), "not YAML: " + broken.problem(), "mend the line");
                yield List.of();
            }
            case ValueTree.Reading.Whole whole ->
                    hooks(new HookFields(whole.fields(), slips, FORM));
        };
    }

    private List<Hook> hooks(HookFields file) {
        file.refuseOthers(List.of("version", "hooks", "$schema"));
        file.number("version", 1, 1);
        var hooks = new ArrayList<Hook>();
        Set<String> names = new HashSet<>();
        for (HookFields fields : file.mappings("hooks")) {
            Optional<Hook> hook = hook(fields);
            if (hook.isPresent() && !names.add(hook.get().name())) {
                fields.error(
                        "twice",
                        "name",
                        "there are two hooks '%s'".formatted(hook.get().name()),
                        "rename one of them");
            }
            hook.ifPresent(hooks::add);
        }
        return hooks;
    }

    private Optional<Hook> hook(HookFields fields) {
        fields.refuseOthers(Stream.concat(ALWAYS.stream(), OF_EVENTS.stream()).toList());
        Optional<String> name = name(fields);
        Optional<Trigger> trigger = trigger(fields);
        Optional<HookAction> action = action(fields);
        if (name.isEmpty() || trigger.isEmpty() || action.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Hook(
                        new Hook.Head(
                                name.get(),
                                fields.text("description").map(Clean::line).orElse(""),
                                fields.truth("enabled", true)),
                        trigger.get(),
                        action.get(),
                        conditions(fields),
                        limits(fields, action.get()),
                        source.at(fields.span().line(), Hook.Format.YAML)));
    }

    private static Optional<String> name(HookFields fields) {
        Optional<String> name = fields.text("name").map(Clean::line);
        if (name.isEmpty() && !fields.has("name")) {
            fields.error("no-name", "name", "the hook has no name", "add 'name: WHAT IT DOES'");
        }
        if (name.filter(each -> !NAME.matcher(each).matches()).isPresent()) {
            fields.error(
                    "wrong-name",
                    "name",
                    "'%s' is no name of a hook".formatted(name.get()),
                    "use letters, digits, spaces, dots and dashes, up to 80");
            return Optional.empty();
        }
        return name;
    }

    private static Optional<Trigger> trigger(HookFields fields) {
        Optional<String> word = fields.text("on");
        if (word.isEmpty()) {
            if (!fields.has("on")) {
                fields.error(
                        "no-event", "on", "the hook waits for no event", "add 'on: file-saved'");
            }
            return Optional.empty();
        }
        Optional<EventKind> kind = EventKind.of(word.get());
        if (kind.isEmpty()) {
            fields.error(
                    "unknown-event",
                    "on",
                    "there is no event '%s'".formatted(Clean.line(word.get())),
                    EventKind.named(word.get())
                            .map(known -> "here it is called %s".formatted(known.word()))
                            .orElseGet(() -> fields.nearest(word.get(), EventKind.words())));
            return Optional.empty();
        }
        refuseForeign(fields, kind.get());
        return trigger(fields, kind.get());
    }

    /// A key that another event has would silently narrow nothing.
    private static void refuseForeign(HookFields fields, EventKind kind) {
        List<String> own = keysOf(kind);
        for (String key : fields.keys()) {
            if (OF_EVENTS.contains(key) && !own.contains(key)) {
                fields.error(
                        "key-of-another-event",
                        key,
                        "'%s' means nothing with %s".formatted(key, kind.word()),
                        own.isEmpty()
                                ? "take it out"
                                : "take it out; this event has " + String.join(", ", own));
            }
        }
    }

    static List<String> keysOf(EventKind kind) {
        return switch (kind) {
            case FILE_SAVED, FILE_CREATED, FILE_DELETED -> List.of("files", "except", "origin");
            case PRE_COMMIT, PREPARE_COMMIT_MSG, POST_COMMIT, PRE_PUSH ->
                    List.of("files", "except");
            case TEST_FAILED -> List.of("tests");
            case DEPENDENCY_UPDATED -> List.of("dependencies");
            case BEFORE_TOOL, AFTER_TOOL -> List.of("tools");
            case PROMPT_SUBMITTED -> List.of("match");
            case SCHEDULE -> List.of("every", "at");
            case PR_OPENED,
                    PR_UPDATED,
                    BEFORE_TASK,
                    AFTER_TASK,
                    SESSION_START,
                    SESSION_END,
                    STOP,
                    MANUAL ->
                    List.of();
        };
    }

    private static Optional<Trigger> trigger(HookFields fields, EventKind kind) {
        return switch (kind) {
            case FILE_SAVED, FILE_CREATED, FILE_DELETED ->
                    Optional.of(new Trigger.FileChanged(kind, files(fields), origin(fields)));
            case PRE_COMMIT, PREPARE_COMMIT_MSG, POST_COMMIT, PRE_PUSH ->
                    Optional.of(new Trigger.GitStep(kind, files(fields)));
            case TEST_FAILED -> Optional.of(new Trigger.TestsFailed(fields.globs("tests")));
            case PR_OPENED, PR_UPDATED -> Optional.of(new Trigger.PullRequest(kind));
            case DEPENDENCY_UPDATED ->
                    Optional.of(new Trigger.DependencyUpdated(fields.globs("dependencies")));
            case BEFORE_TOOL, AFTER_TOOL ->
                    Optional.of(new Trigger.ToolUse(kind, ToolFilter.of(fields.texts("tools"))));
            case PROMPT_SUBMITTED -> Optional.of(new Trigger.PromptSubmitted(expression(fields)));
            case SCHEDULE -> times(fields).map(Trigger.Schedule::new);
            case BEFORE_TASK, AFTER_TASK, SESSION_START, SESSION_END, STOP, MANUAL ->
                    Optional.of(new Trigger.Moment(kind));
        };
    }

    private static PathFilter files(HookFields fields) {
        return PathFilter.of(fields.globs("files"), fields.globs("except"));
    }

    private static Optional<Origin> origin(HookFields fields) {
        Optional<String> word = fields.text("origin").filter(each -> !each.equals("any"));
        if (word.isPresent() && Origin.of(word.get()).isEmpty()) {
            fields.error(
                    "wrong-value",
                    "origin",
                    "'origin' holds '%s'".formatted(Clean.line(word.get())),
                    "write user, agent or any");
        }
        return word.flatMap(Origin::of);
    }

    private static Optional<Pattern> expression(HookFields fields) {
        try {
            return fields.text("match").map(Pattern::compile);
        } catch (PatternSyntaxException broken) {
            fields.error(
                    "wrong-value",
                    "match",
                    "'match' is no regular expression: " + broken.getDescription(),
                    "mend it");
            return Optional.empty();
        }
    }

    private static Optional<Trigger.Times> times(HookFields fields) {
        if (fields.has("every") == fields.has("at")) {
            fields.error(
                    "no-time",
                    "on",
                    "a schedule needs one of 'every' and 'at'",
                    "add 'every: 1h' or 'at: \"09:30\"'");
            return Optional.empty();
        }
        if (fields.has("every")) {
            Optional<Duration> period = fields.duration("every");
            if (period.filter(each -> each.compareTo(SHORTEST_PERIOD) < 0).isPresent()) {
                fields.error("wrong-value", "every", "'every' is too short", "write 1s or more");
                return Optional.empty();
            }
            return period.map(Trigger.Times.Every::new);
        }
        try {
            return fields.text("at").map(text -> new Trigger.Times.Daily(LocalTime.parse(text)));
        } catch (DateTimeParseException wrong) {
            fields.error(
                    "wrong-value", "at", "'at' is no time of day", "write one such as \"09:30\"");
            return Optional.empty();
        }
    }

    private static Optional<HookAction> action(HookFields fields) {
        List<String> given = ACTIONS.stream().filter(fields::has).toList();
        if (given.isEmpty() && hasMisspeltAction(fields)) {
            return Optional.empty();
        }
        if (given.size() != 1) {
            fields.error(
                    given.isEmpty() ? "no-action" : "two-actions",
                    given.isEmpty() ? ACTIONS.getFirst() : given.getLast(),
                    given.isEmpty()
                            ? "the hook does nothing"
                            : "the hook has " + String.join(" and ", given),
                    "give it one of command, task and use");
            return Optional.empty();
        }
        return switch (given.getFirst()) {
            case "command" -> command(fields).map(HookAction.Command::new);
            case "task" ->
                    fields.text("task")
                            .map(words ->
                                    new HookAction.AgentTask(
                                            words, fields.text("spec"), fields.text("agent")));
            default ->
                    fields.text("use")
                            .map(name -> new HookAction.BuiltIn(name, settings(fields, name)));
        };
    }

    /// What stands for a file is quoted already; within quotes a shell could take the file's name for a command.
    private static Optional<String> command(HookFields fields) {
        Optional<String> line = fields.line("command");
        line.flatMap(Placeholders::quoted)
                .ifPresent(placeholder ->
                        fields.error(
                                "quoted-placeholder",
                                "command",
                                "%s stands in quotes".formatted(placeholder),
                                "take the quotes away: it is quoted already"));
        return line;
    }

    /// That is said where the key stands; that the hook does nothing follows from it.
    private static boolean hasMisspeltAction(HookFields fields) {
        return fields.keys().stream()
                .filter(key -> !ALWAYS.contains(key) && !OF_EVENTS.contains(key))
                .anyMatch(key -> !NearestNames.of(key, ACTIONS).isEmpty());
    }

    private static Map<String, String> settings(HookFields fields, String builtIn) {
        Optional<HookFields> given = fields.mapping("with");
        List<BuiltInSettings.Setting> known = BuiltInSettings.of(builtIn).orElse(List.of());
        if (BuiltInSettings.of(builtIn).isPresent()) {
            given.ifPresent(with ->
                    with.refuseOthers(known.stream().map(BuiltInSettings.Setting::name).toList()));
        } else if (!NearestNames.of(builtIn, BuiltInSettings.names()).isEmpty()) {
            fields.error(
                    "unknown-built-in",
                    "use",
                    "there is no built-in '%s'".formatted(Clean.line(builtIn)),
                    fields.nearest(builtIn, BuiltInSettings.names()));
        }
        given.ifPresent(with -> known.forEach(setting -> with.expect(setting)));
        return given.map(HookFields::variables).orElse(new LinkedHashMap<>());
    }

    private static HookConditions conditions(HookFields fields) {
        return fields.mapping("if")
                .map(given -> {
                    given.refuseOthers(List.of("branch", "exists", "env"));
                    return new HookConditions(
                            given.globs("branch"),
                            given.texts("exists"),
                            given.mapping("env")
                                    .map(HookFields::variables)
                                    .orElse(new LinkedHashMap<>()));
                })
                .orElse(HookConditions.NONE);
    }

    private static HookLimits limits(HookFields fields, HookAction action) {
        HookLimits usual = HookLimits.of(action);
        return new HookLimits(
                fields.duration("timeout")
                        .map(time -> time.isZero() ? HookLimits.LONGEST : time)
                        .orElse(usual.timeout()),
                fields.duration("debounce").orElse(usual.debounce()),
                fields.number("concurrency", 1, 64).orElse(usual.concurrency()),
                fields.number("retry", 0, 10).orElse(usual.retries()));
    }
}
