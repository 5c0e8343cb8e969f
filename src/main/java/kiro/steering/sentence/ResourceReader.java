package kiro.steering.sentence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiro.steering.rule.ResourceDemand;
import kiro.steering.rule.ResourceDemand.PolicyElement;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads from a block of a rule what resources of infrastructure are to be like.
final class ResourceReader {
    static final List<String> DEMANDS =
            List.of(
                    "tagged",
                    "encrypted",
                    "regions",
                    "services",
                    "no-services",
                    "no-wildcard",
                    "not-public",
                    "property",
                    "no-type");

    private final RuleKeys keys;

    ResourceReader(RuleKeys keys) {
        this.keys = keys;
    }

    Optional<ResourceDemand> read() {
        List<String> present = keys.present(DEMANDS);
        if (present.size() != 1) {
            keys.problem(
                    keys.span("kind"),
                    "the rule has one of " + String.join(", ", DEMANDS),
                    "write for instance: tagged: [Owner]");
            return Optional.empty();
        }
        String key = present.getFirst();
        return switch (key) {
            case "tagged" ->
                    Optional.of(
                            new ResourceDemand.Tagged(keys.requiredTexts(key, "tagged: [Owner]")));
            case "encrypted" -> Optional.of(new ResourceDemand.Encrypted(kinds(key)));
            case "regions" ->
                    Optional.of(
                            new ResourceDemand.Regions(
                                    keys.requiredTexts(key, "regions: [eu-west-1]")));
            case "services" ->
                    Optional.of(
                            new ResourceDemand.Services(
                                    keys.requiredTexts(key, "services: [s3]"), true));
            case "no-services" ->
                    Optional.of(
                            new ResourceDemand.Services(
                                    keys.requiredTexts(key, "no-services: [ec2]"), false));
            case "no-wildcard" -> Optional.of(new ResourceDemand.NoWildcard(elements()));
            case "not-public" -> Optional.of(new ResourceDemand.NotPublic(kinds(key)));
            case "no-type" ->
                    Optional.of(
                            new ResourceDemand.NoType(
                                    keys.requiredTexts(key, "no-type: [aws_instance]")));
            default -> property();
        };
    }

    /// `all`, or kinds such as `s3`.
    private List<String> kinds(String key) {
        List<String> kinds = keys.texts(key);
        return kinds.equals(List.of("all")) ? List.of() : kinds;
    }

    private List<PolicyElement> elements() {
        List<String> names = keys.requiredTexts("no-wildcard", "no-wildcard: [action]");
        List<PolicyElement> elements =
                names.stream()
                        .flatMap(name ->
                                Arrays.stream(PolicyElement.values())
                                        .filter(each ->
                                                each.name().equals(DemandReader.constant(name))))
                        .toList();
        if (elements.size() < names.size()) {
            keys.problem(
                    keys.span("no-wildcard"),
                    "one of these is no element of a policy",
                    "write some of action, resource, principal");
        }
        return elements;
    }

    private Optional<ResourceDemand> property() {
        for (Node node : keys.nodes("property")) {
            if (node instanceof MappingNode mapping) {
                RuleKeys within = keys.within(mapping);
                var property =
                        new ResourceDemand.Property(
                                within.required("type", "type: aws_s3_bucket"),
                                within.required("path", "path: versioning.enabled"),
                                within.texts("any-of"));
                within.close();
                return Optional.of(property);
            }
        }
        keys.problem(
                keys.span("property"),
                "the property has no 'type' and 'path'",
                "write them below it, indented");
        return Optional.empty();
    }
}
