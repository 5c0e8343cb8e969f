package kiro.hook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import kiro.finding.Slips;
import kiro.persona.Clean;
import kiro.text.JsonTree;
import kiro.text.ValueTree;

/// Reads the hook files of Kiro: `*.json` of today's, `*.kiro.hook` of older versions, and the `hooks` of agents' files.
/// What a newer Kiro may know and this program does not is kept as unknown, with a warning.
final class KiroHooksReader {
    private static final String FORM = OwnHooksReader.FORM;
    private static final Map<String, String> LATER =
            Map.of("confirm", "has no effect here: nobody is asked");

    private final Slips slips;
    private final HookSource source;

    KiroHooksReader(Slips slips, HookSource source) {
        this.slips = slips;
        this.source = source;
    }

    private Optional<HookFields> json(String text) {
        return switch (JsonTree.read(text)) {
            case ValueTree.Reading.Broken broken -> {
                slips.error(
                        "broken", broken.span(), "not JSON: " + broken.problem(), "mend the line");
                yield Optional.empty();
            }
            case ValueTree.Reading.Whole whole ->
                    Optional.of(new HookFields(whole.fields(), slips, FORM));
        };
    }

    /// `.kiro/hooks/*.json`.
    List<Hook> current(String text) {
        var hooks = new ArrayList<Hook>();
        json(text)
                .ifPresent(file -> {
                    Optional<String> version = file.text("version");
                    if (version.filter(each -> !each.equals("v1")).isPresent()) {
                        file.warning(
                                "unknown-version",
                                "version",
                                "version '%s' is not known, and is read as v1"
                                        .formatted(Clean.line(version.get())),
                                FORM);
                    }
                    for (HookFields fields : file.mappings("hooks")) {
                        current(fields).ifPresent(hooks::add);
                    }
                });
        return hooks;
    }

    private Optional<Hook> current(HookFields fields) {
        Optional<String> name = required(fields, "name");
        Optional<String> word = required(fields, "trigger");
        Optional<HookFields> given = fields.mapping("action");
        if (!fields.has("action")) {
            missing(fields, "action");
        }
        fields.remark(LATER);
        if (name.isEmpty() || word.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        Trigger trigger =
                EventKind.named(word.get())
                        .map(kind -> trigger(kind, fields))
                        .orElseGet(() ->
                                unknown(fields, "trigger", word.get(), EventKind.currentNames()));
        HookAction action = action(given.get(), "command", "agent");
        return Optional.of(
                hook(
                        new Hook.Head(
                                Clean.line(name.get()),
                                fields.text("description").map(Clean::line).orElse(""),
                                fields.truth("enabled", true)),
                        trigger,
                        action,
                        fields.duration("timeout"),
                        source.at(fields.span().line(), Hook.Format.CURRENT)));
    }

    /// `.kiro/hooks/*.kiro.hook`.
    Optional<Hook> older(String text) {
        return json(text)
                .flatMap(fields -> {
                    Optional<String> name = required(fields, "name");
                    Optional<HookFields> when = fields.mapping("when");
                    Optional<HookFields> then = fields.mapping("then");
                    Stream.of("when", "then")
                            .filter(key -> !fields.has(key))
                            .forEach(key -> missing(fields, key));
                    Optional<String> word = when.flatMap(each -> required(each, "type"));
                    if (name.isEmpty() || word.isEmpty() || then.isEmpty()) {
                        return Optional.empty();
                    }
                    Trigger trigger =
                            EventKind.named(word.get())
                                    .map(kind -> olderTrigger(kind, when.get()))
                                    .orElseGet(() ->
                                            unknown(
                                                    when.get(),
                                                    "type",
                                                    word.get(),
                                                    EventKind.olderNames()));
                    return Optional.of(
                            hook(
                                    new Hook.Head(
                                            Clean.line(name.get()),
                                            fields.text("description").map(Clean::line).orElse(""),
                                            fields.truth("enabled", true)),
                                    trigger,
                                    action(then.get(), "runCommand", "askAgent"),
                                    then.get().duration("timeout"),
                                    source.at(1, Hook.Format.OLDER)));
                });
    }

    /// The `hooks` of an agent's file.
    List<Hook> ofAgent(ValueTree.Fields agents, String agent) {
        var hooks = new ArrayList<Hook>();
        var events = new HookFields(agents, slips, FORM);
        for (String event : events.keys()) {
            Optional<EventKind> kind = EventKind.inAgents(event);
            for (HookFields fields : events.mappings(event)) {
                Optional<String> command = requiredLine(fields, "command");
                if (command.isEmpty()) {
                    continue;
                }
                fields.remark(Map.of("cache_ttl_seconds", "has no effect here: it runs each time"));
                Trigger trigger =
                        kind.map(known -> trigger(known, fields))
                                .orElseGet(() ->
                                        unknown(events, event, event, EventKind.currentNames()));
                hooks.add(
                        hook(
                                new Hook.Head(
                                        "%s: %s %d".formatted(agent, event, hooks.size() + 1),
                                        "",
                                        true),
                                trigger,
                                new HookAction.Command(command.get()),
                                fields.number("timeout_ms", 0, Integer.MAX_VALUE)
                                        .map(Duration::ofMillis)
                                        .or(() -> Optional.of(Duration.ofSeconds(30))),
                                source.at(fields.span().line(), Hook.Format.AGENT)));
            }
        }
        return hooks;
    }

    private static Hook hook(
            Hook.Head head,
            Trigger trigger,
            HookAction action,
            Optional<Duration> timeout,
            Hook.Source source) {
        HookLimits usual = HookLimits.of(action);
        return new Hook(
                head,
                trigger,
                action,
                HookConditions.NONE,
                timeout.map(usual::withTimeout).orElse(usual),
                source);
    }

    private HookAction action(HookFields given, String command, String agent) {
        String type = given.text("type").orElse("");
        if (type.equals(command)) {
            return requiredLine(given, "command")
                    .<HookAction>map(HookAction.Command::new)
                    .orElse(new HookAction.Unknown(type));
        }
        if (type.equals(agent)) {
            return required(given, "prompt")
                    .<HookAction>map(words ->
                            new HookAction.AgentTask(words, Optional.empty(), Optional.empty()))
                    .orElse(new HookAction.Unknown(type));
        }
        given.warning(
                "unknown-action",
                "type",
                "there is no action '%s' here, and it does nothing".formatted(Clean.line(type)),
                given.nearest(type, List.of(command, agent)));
        return new HookAction.Unknown(Clean.line(type));
    }

    private Trigger trigger(EventKind kind, HookFields fields) {
        String matcher = fields.text("matcher").orElse("");
        if (kind.isOfFile()) {
            return new Trigger.FileChanged(kind, files(fields, matcher), Optional.empty());
        }
        if (kind.isOfTool()) {
            return new Trigger.ToolUse(kind, tools(fields, matcher));
        }
        return kind == EventKind.PROMPT_SUBMITTED
                ? new Trigger.PromptSubmitted(expression(fields, matcher))
                : new Trigger.Moment(kind);
    }

    private static Trigger olderTrigger(EventKind kind, HookFields when) {
        if (kind.isOfFile()) {
            return new Trigger.FileChanged(
                    kind, PathFilter.of(when.globs("patterns"), List.of()), Optional.empty());
        }
        if (kind.isOfTool()) {
            return new Trigger.ToolUse(kind, ToolFilter.of(when.texts("toolTypes")));
        }
        return kind == EventKind.PROMPT_SUBMITTED
                ? new Trigger.PromptSubmitted(Optional.empty())
                : new Trigger.Moment(kind);
    }

    private static PathFilter files(HookFields fields, String matcher) {
        return PathFilter.parse(matcher)
                .orElseGet(() -> {
                    wrongMatcher(fields, matcher);
                    return PathFilter.ALL;
                });
    }

    private static ToolFilter tools(HookFields fields, String matcher) {
        return ToolFilter.parse(matcher)
                .orElseGet(() -> {
                    wrongMatcher(fields, matcher);
                    return ToolFilter.ALL;
                });
    }

    private static Optional<Pattern> expression(HookFields fields, String matcher) {
        try {
            return matcher.isBlank() || matcher.equals("*")
                    ? Optional.empty()
                    : Optional.of(Pattern.compile(matcher));
        } catch (PatternSyntaxException broken) {
            wrongMatcher(fields, matcher);
            return Optional.empty();
        }
    }

    private static void wrongMatcher(HookFields fields, String matcher) {
        fields.error(
                "wrong-value",
                "matcher",
                "'%s' is neither a regular expression nor a pattern".formatted(Clean.line(matcher)),
                "mend it");
    }

    private static Trigger unknown(HookFields fields, String key, String word, List<String> known) {
        fields.warning(
                "unknown-event",
                key,
                "there is no event '%s' here, and the hook never runs".formatted(Clean.line(word)),
                fields.nearest(word, known));
        return new Trigger.Unknown(Clean.line(word));
    }

    private Optional<String> required(HookFields fields, String key) {
        if (!fields.has(key)) {
            missing(fields, key);
        }
        return fields.text(key);
    }

    private Optional<String> requiredLine(HookFields fields, String key) {
        if (!fields.has(key)) {
            missing(fields, key);
        }
        return fields.line(key);
    }

    private void missing(HookFields fields, String key) {
        slips.error("missing-key", fields.span(), "'%s' is missing".formatted(key), "add it");
    }
}
