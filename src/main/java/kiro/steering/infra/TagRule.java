package kiro.steering.infra;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.steering.check.InfrastructureCheck.Fault;
import kiro.steering.infra.Resource.Form;

/// Whether everything that can carry tags carries those that are asked.
final class TagRule {
    private static final String SERVERLESS = "AWS::Serverless::";

    private final Facts facts;
    private final Surroundings around;

    TagRule(Facts facts, Surroundings around) {
        this.facts = facts;
        this.around = around;
    }

    List<Fault> check(Template template, List<String> keys) {
        return template.resources().stream()
                .flatMap(resource -> fault(template, resource, keys).stream())
                .toList();
    }

    private Optional<Fault> fault(Template template, Resource resource, List<String> asked) {
        return facts.tagsOf(resource.type())
                .or(() -> ofServerless(resource))
                .flatMap(setting -> carried(template, resource, setting))
                .map(carried -> asked.stream().filter(key -> !carried.contains(key)).toList())
                .filter(missing -> !missing.isEmpty())
                .map(missing -> fault(resource, String.join(", ", missing), missing.size()));
    }

    private static Fault fault(Resource resource, String missing, int count) {
        String tags = (count == 1 ? "tag " : "tags ") + missing;
        return new Fault(
                resource.span(),
                "%s has no %s".formatted(resource.label(), tags),
                resource.form() == Form.TERRAFORM
                        ? "add the %s to it, or to the default_tags of its provider".formatted(tags)
                        : "add the %s to it".formatted(tags),
                resource.label() + " " + missing);
    }

    private static Optional<String> ofServerless(Resource resource) {
        return Stream.of("Function", "Api", "HttpApi", "StateMachine")
                .filter(kind -> resource.type().equals(SERVERLESS + kind))
                .map(_ -> "Tags")
                .findFirst();
    }

    /// The keys that a resource carries; empty where that is known only when it is deployed.
    private Optional<Set<String>> carried(Template template, Resource resource, String setting) {
        var carried = new HashSet<String>();
        List<Setting> own =
                Stream.concat(resource.settings().all(setting), ofAll(template, resource)).toList();
        for (Setting tags : own) {
            Optional<Set<String>> keys = Tags.keys(tags, around);
            if (keys.isEmpty()) {
                return Optional.empty();
            }
            carried.addAll(keys.get());
        }
        if (resource.form() == Form.TERRAFORM) {
            Optional<Set<String>> byProvider = around.defaultTags();
            if (byProvider.isEmpty() || resource.settings().find("dynamic").isPresent()) {
                return Optional.empty();
            }
            carried.addAll(byProvider.get());
            resource.settings()
                    .blocks("tag")
                    .flatMap(tag -> tag.find("key").flatMap(Setting::word).stream())
                    .forEach(carried::add);
        }
        return Optional.of(carried);
    }

    /// What the globals of a serverless template give to all of a kind.
    private static Stream<Setting> ofAll(Template template, Resource resource) {
        return resource.type().startsWith(SERVERLESS)
                ? template.root()
                        .at("Globals." + resource.type().substring(SERVERLESS.length()) + ".Tags")
                : Stream.empty();
    }
}
