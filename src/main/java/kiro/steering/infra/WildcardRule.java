package kiro.steering.infra;

import java.util.List;
import java.util.stream.Stream;
import kiro.steering.check.InfrastructureCheck.Fault;
import kiro.steering.rule.ResourceDemand.PolicyElement;

/// Whether a policy allows everything: all actions, or all of a service; all resources, where fewer can be named; anybody.
final class WildcardRule {
    private static final String ALL = "*";

    private final Facts facts;

    WildcardRule(Facts facts) {
        this.facts = facts;
    }

    List<Fault> check(Template template, List<PolicyElement> elements) {
        return template.policies().stream()
                .flatMap(statement ->
                        elements.stream().flatMap(element -> faults(statement, element)))
                .toList();
    }

    private Stream<Fault> faults(PolicyStatement statement, PolicyElement element) {
        return switch (element) {
            case ACTION ->
                    statement.actions().stream()
                            .filter(WildcardRule::isEveryAction)
                            .map(value ->
                                    fault(
                                            statement,
                                            value,
                                            "allows the actions",
                                            "name the actions that are needed"));
            case RESOURCE ->
                    statement.isOfItself() || areUnnarrowed(statement.actions())
                            ? Stream.empty()
                            : all(statement.resources())
                                    .map(value ->
                                            fault(
                                                    statement,
                                                    value,
                                                    "allows the resources",
                                                    "name the resources that it is about"));
            case PRINCIPAL ->
                    statement.isBound()
                            ? Stream.empty()
                            : all(statement.principals())
                                    .map(value ->
                                            fault(
                                                    statement,
                                                    value,
                                                    "allows it to the principals",
                                                    "name who may, or bind it by a condition"));
        };
    }

    private static Stream<Setting> all(List<Setting> values) {
        return values.stream().filter(value -> value.word().filter(ALL::equals).isPresent());
    }

    private static boolean isEveryAction(Setting action) {
        return action.word().filter(word -> word.equals(ALL) || word.endsWith(":*")).isPresent();
    }

    /// Whether AWS has no resources for what is allowed.
    private boolean areUnnarrowed(List<Setting> actions) {
        return !actions.isEmpty()
                && actions.stream()
                        .map(Setting::word)
                        .allMatch(action -> action.filter(facts::isUnnarrowed).isPresent());
    }

    private static Fault fault(PolicyStatement statement, Setting value, String what, String fix) {
        String word = value.word().orElse(ALL);
        return new Fault(
                value.span(),
                "%s %s '%s'".formatted(statement.owner(), what, word),
                fix,
                statement.owner() + " " + what + " " + word);
    }
}
