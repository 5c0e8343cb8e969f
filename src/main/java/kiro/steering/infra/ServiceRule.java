package kiro.steering.infra;

import java.util.List;
import java.util.Locale;
import kiro.steering.check.InfrastructureCheck.Fault;
import kiro.steering.rule.ResourceDemand;

/// Whether only the services are used that may be.
final class ServiceRule {
    private final Facts facts;

    ServiceRule(Facts facts) {
        this.facts = facts;
    }

    List<Fault> check(Template template, ResourceDemand.Services asked) {
        List<String> names =
                asked.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return template.resources().stream()
                .flatMap(resource ->
                        facts
                                .serviceOf(resource.type())
                                .filter(service -> names.contains(service) != asked.isAllowList())
                                .map(service -> fault(resource, service, asked))
                                .stream())
                .toList();
    }

    private static Fault fault(Resource resource, String service, ResourceDemand.Services asked) {
        return new Fault(
                resource.span(),
                "%s is of %s, which %s"
                        .formatted(
                                resource.label(),
                                service,
                                asked.isAllowList()
                                        ? "is none of the approved services"
                                        : "is not to be used"),
                asked.isAllowList()
                        ? "use " + String.join(", ", asked.names())
                        : "use another service",
                resource.label());
    }
}
