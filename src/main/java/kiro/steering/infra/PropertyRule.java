package kiro.steering.infra;

import java.util.List;
import java.util.stream.Stream;
import kiro.steering.check.InfrastructureCheck.Fault;
import kiro.steering.rule.ResourceDemand;

/// Whether a property of resources of a type has one of the values that are asked.
final class PropertyRule {
    private final Surroundings around;

    PropertyRule(Surroundings around) {
        this.around = around;
    }

    List<Fault> check(Template template, ResourceDemand.Property asked) {
        return template.resources().stream()
                .filter(resource -> TypeRule.fits(asked.type(), resource.type()))
                .flatMap(resource -> faults(resource, asked))
                .toList();
    }

    private Stream<Fault> faults(Resource resource, ResourceDemand.Property asked) {
        List<Setting> values =
                resource.settings()
                        .at(asked.path())
                        .flatMap(Setting::each)
                        .map(value -> around.resolved(value, true))
                        .filter(value -> !(value instanceof Setting.Nothing))
                        .toList();
        if (values.isEmpty()) {
            return isOpen(resource.settings(), asked.path())
                    ? Stream.empty()
                    : Stream.of(
                            new Fault(
                                    resource.span(),
                                    "%s does not set %s".formatted(resource.label(), asked.path()),
                                    fix(asked),
                                    resource.label() + " " + asked.path()));
        }
        return values.stream()
                .filter(value -> !asked.anyOf().isEmpty())
                .filter(value ->
                        value.word().filter(word -> !asked.anyOf().contains(word)).isPresent())
                .map(value ->
                        new Fault(
                                value.span(),
                                "%s has %s for %s"
                                        .formatted(
                                                resource.label(),
                                                value.word().orElse(""),
                                                asked.path()),
                                fix(asked),
                                resource.label() + " " + asked.path()));
    }

    /// Whether a part of the way there is known only when it is deployed.
    private static boolean isOpen(Setting.Block settings, String path) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            if (settings.at(path.substring(0, dot)).anyMatch(Setting.Computed.class::isInstance)) {
                return true;
            }
        }
        return false;
    }

    private static String fix(ResourceDemand.Property asked) {
        return "set %s%s"
                .formatted(
                        asked.path(),
                        asked.anyOf().isEmpty() ? "" : " to " + String.join(" or ", asked.anyOf()));
    }
}
