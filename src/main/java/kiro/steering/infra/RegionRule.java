package kiro.steering.infra;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.steering.check.InfrastructureCheck.Fault;

/// Whether anything is made in another region than those that are allowed.
final class RegionRule {
    private static final Pattern REGION =
            Pattern.compile("([a-z]{2}(?:-[a-z]+){1,3}-\\d{1,2})[a-z]?");
    private static final Set<String> KEYS =
            Set.of(
                    "region",
                    "Region",
                    "AvailabilityZone",
                    "AvailabilityZones",
                    "availability_zone",
                    "availability_zones");

    private final Surroundings around;

    RegionRule(Surroundings around) {
        this.around = around;
    }

    List<Fault> check(Template template, List<String> allowed) {
        Stream<Setting.Block> places =
                Stream.concat(
                        template.root()
                                .blocks("provider")
                                .filter(provider ->
                                        provider.labels().isEmpty()
                                                || provider.labels().getFirst().equals("aws")),
                        template.resources().stream().map(Resource::settings));
        return places.flatMap(this::named).flatMap(value -> fault(value, allowed)).toList();
    }

    /// The values that name regions, however deep they stand.
    private Stream<Setting> named(Setting.Block block) {
        return block.entries().stream()
                .flatMap(entry ->
                        KEYS.contains(entry.key())
                                ? entry.value().each().map(value -> around.resolved(value, true))
                                : entry.value().blocks().flatMap(this::named));
    }

    private static Stream<Fault> fault(Setting value, List<String> allowed) {
        Matcher region = REGION.matcher(value.word().orElse(""));
        if (!region.matches() || allowed.contains(region.group(1))) {
            return Stream.empty();
        }
        return Stream.of(
                new Fault(
                        value.span(),
                        "%s is none of the allowed regions".formatted(region.group(1)),
                        "use " + String.join(" or ", allowed),
                        region.group(1)));
    }
}
