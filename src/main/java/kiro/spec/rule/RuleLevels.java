package kiro.spec.rule;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.finding.RuleId;
import kiro.finding.Severity;
import kiro.text.NearestNames;

/// How much each rule matters to a team.
public final class RuleLevels {
    private static final Map<RuleId, Rule> BY_ID = byId();

    /// Rules with another level than their own; empty means off.
    private final Map<Rule, Optional<Severity>> chosen;

    private RuleLevels(Map<Rule, Optional<Severity>> chosen) {
        this.chosen = Map.copyOf(chosen);
    }

    /// Each rule at its own level.
    public static RuleLevels standard() {
        return new RuleLevels(Map.of());
    }

    /// The same with another level for one rule; empty turns it off.
    public RuleLevels with(Rule rule, Optional<Severity> level) {
        var changed = new EnumMap<Rule, Optional<Severity>>(Rule.class);
        changed.putAll(chosen);
        changed.put(rule, level);
        return new RuleLevels(changed);
    }

    /// The level in force; empty where the rule is off.
    public Optional<Severity> of(Rule rule) {
        return chosen.getOrDefault(rule, Optional.of(rule.level()));
    }

    /// Every rule with the level in force: two that are written the same find the same.
    public String written() {
        return Stream.of(Rule.values())
                .map(rule -> rule.id() + "=" + of(rule).map(Severity::name).orElse("OFF"))
                .collect(Collectors.joining("\n"));
    }

    /// The findings at the chosen levels, without those of rules that are off. Findings of rules without a choice,
    /// such as that there is no spec, stay.
    List<Finding> apply(List<Finding> findings) {
        return chosen.isEmpty() ? findings : findings.stream().flatMap(this::apply).toList();
    }

    private Stream<Finding> apply(Finding finding) {
        Rule rule = BY_ID.get(finding.rule());
        if (rule == null || !chosen.containsKey(rule)) {
            return Stream.of(finding);
        }
        return of(rule).stream()
                .map(level ->
                        new Finding(
                                finding.rule(),
                                level,
                                finding.file(),
                                finding.span(),
                                finding.message(),
                                finding.fix()));
    }

    /// The rules that a person may have meant by an id that no rule has.
    public static List<String> nearest(String id) {
        return NearestNames.of(
                id, Stream.of(Rule.values()).map(rule -> rule.id().value()).toList());
    }

    private static Map<RuleId, Rule> byId() {
        var rules = new HashMap<RuleId, Rule>();
        for (Rule rule : Rule.values()) {
            rules.put(rule.id(), rule);
        }
        return Map.copyOf(rules);
    }
}
