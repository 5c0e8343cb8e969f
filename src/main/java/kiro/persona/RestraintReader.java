package kiro.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kiro.finding.Slips;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import kiro.text.ValueTree;

/// Reads what an agent's file says about asking and refusing. A slip in what forbids is an error, as nobody knows then
/// what is to be forbidden; one in what allows allows nothing.
final class RestraintReader {
    private static final String FORM = "see docs/formats/agents.md";

    private final Slips slips;

    RestraintReader(Slips slips) {
        this.slips = slips;
    }

    Restraint read(Keys keys) {
        var commands = Restraint.Commands.ANY;
        var reads = Restraint.Paths.ANY;
        var writes = Restraint.Paths.ANY;
        for (ValueTree.Field tool :
                keys.mapping("toolsSettings").map(ValueTree.Fields::fields).orElse(List.of())) {
            if (!(tool.value() instanceof ValueTree.Fields settings)) {
                slips.error(
                        "wrong-value",
                        tool.span(),
                        "the settings of '%s' are no mapping".formatted(tool.key()),
                        FORM);
                continue;
            }
            var values = new Keys(settings, slips);
            switch (ToolPatterns.plain(tool.key())) {
                case "shell", "executebash", "executecmd", "executepwsh" ->
                        commands = commands(values, tool.span());
                case "read", "fsread" -> reads = paths(values, tool.span());
                case "write", "fswrite" -> writes = paths(values, tool.span());
                default ->
                        slips.remark(
                                "settings-without-effect",
                                tool.span(),
                                "the settings of '%s' have no effect here".formatted(tool.key()),
                                "rules for it go into permissions: see docs/formats/permissions.md");
            }
        }
        return new Restraint(
                keys.texts("allowedTools").map(ToolPatterns::new),
                commands,
                reads,
                writes,
                rules(keys));
    }

    private Restraint.Commands commands(Keys keys, SourceSpan place) {
        return new Restraint.Commands(
                keys.texts("allowedCommands").orElse(List.of()).stream()
                        .filter(regex -> isRegex(regex, place, false))
                        .toList(),
                keys.texts("deniedCommands").orElse(List.of()).stream()
                        .filter(regex -> isRegex(regex, place, true))
                        .toList(),
                keys.truth("denyByDefault").orElse(false),
                keys.truth("autoAllowReadonly").orElse(false));
    }

    private boolean isRegex(String text, SourceSpan place, boolean isForbidding) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException unusable) {
            String message = "'%s' is no regular expression".formatted(text);
            if (isForbidding) {
                slips.error(
                        "wrong-pattern", place, message, "mend it: what it forbids is not known");
            } else {
                slips.warning("wrong-pattern", place, message, "mend it: it allows nothing");
            }
            return false;
        }
    }

    private Restraint.Paths paths(Keys keys, SourceSpan place) {
        return new Restraint.Paths(
                keys.texts("allowedPaths").orElse(List.of()).stream()
                        .filter(glob -> isGlob(glob, place, false))
                        .toList(),
                keys.texts("deniedPaths").orElse(List.of()).stream()
                        .filter(glob -> isGlob(glob, place, true))
                        .toList());
    }

    private boolean isGlob(String text, SourceSpan place, boolean isForbidding) {
        boolean isGlob = PathGlob.parse(text).isPresent();
        if (!isGlob && isForbidding) {
            slips.error(
                    "wrong-pattern",
                    place,
                    "'%s' is no pattern of paths".formatted(text),
                    "mend it: what it forbids is not known");
        } else if (!isGlob) {
            slips.warning(
                    "wrong-pattern",
                    place,
                    "'%s' is no pattern of paths".formatted(text),
                    "mend it: it allows nothing");
        }
        return isGlob;
    }

    /// A list of rules, or `rules:` with a list.
    private List<Restraint.Rule> rules(Keys keys) {
        Optional<ValueTree> value = keys.value("permissions");
        Optional<ValueTree> list =
                value.flatMap(tree ->
                        tree instanceof ValueTree.Fields fields
                                ? fields.find("rules").map(ValueTree.Field::value)
                                : Optional.of(tree));
        if (list.isEmpty()) {
            value.ifPresent(tree ->
                    slips.error("wrong-value", tree.span(), "'permissions' has no rules", FORM));
            return List.of();
        }
        if (!(list.get() instanceof ValueTree.Items items)) {
            slips.error("wrong-value", list.get().span(), "the permissions are no list", FORM);
            return List.of();
        }
        var rules = new ArrayList<Restraint.Rule>();
        items.items().forEach(item -> rule(item).ifPresent(rules::add));
        return rules;
    }

    private Optional<Restraint.Rule> rule(ValueTree item) {
        if (!(item instanceof ValueTree.Fields fields)) {
            slips.error("wrong-value", item.span(), "a rule has 'capability' and 'effect'", FORM);
            return Optional.empty();
        }
        var keys = new Keys(fields, slips);
        String capability = keys.text("capability").orElse("");
        String effect = keys.text("effect").orElse("");
        if (!Restraint.CAPABILITIES.contains(capability)) {
            slips.error(
                    "wrong-value",
                    item.span(),
                    "'%s' is no capability".formatted(capability),
                    "write one of "
                            + String.join(", ", Restraint.CAPABILITIES.stream().sorted().toList()));
            return Optional.empty();
        }
        if (!List.of("allow", "ask", "deny").contains(effect)) {
            slips.error(
                    "wrong-value",
                    item.span(),
                    "'%s' is no effect".formatted(effect),
                    "write allow, ask or deny");
            return Optional.empty();
        }
        List<String> match = keys.texts("match").orElse(List.of());
        List<String> exclude = keys.texts("exclude").orElse(List.of());
        boolean areGlobs =
                List.of(match, exclude).stream()
                        .flatMap(List::stream)
                        .allMatch(glob -> isGlob(glob, item.span(), true));
        return areGlobs
                ? Optional.of(
                        new Restraint.Rule(capability, match, exclude, effect, item.span().line()))
                : Optional.empty();
    }
}
