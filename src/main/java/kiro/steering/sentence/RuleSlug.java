package kiro.steering.sentence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.steering.rule.ResourceDemand;
import kiro.steering.rule.Subject;

/// The name of a rule, from what it asks.
final class RuleSlug {
    private static final int LONGEST = 60;

    private RuleSlug() {}

    static String of(Demand demand) {
        String words = words(demand).replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        String slug = words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String shortened = slug.substring(0, Math.min(slug.length(), LONGEST));
        return shortened.replaceAll("-+$", "");
    }

    private static String words(Demand demand) {
        return switch (demand) {
            case Demand.Forbid forbid -> "no " + subject(forbid.subject());
            case Demand.OnlyIn only ->
                    "%s only in %s".formatted(subject(only.subject()), only.part().name());
            case Demand.NoImport none ->
                    "%s import no %s".formatted(none.part().name(), names(none.forbidden()));
            case Demand.ImportOnly only ->
                    "%s import only %s".formatted(only.part().name(), names(only.allowed()));
            case Demand.ImportedOnlyBy by ->
                    "%s only for %s".formatted(by.part().name(), names(by.importers()));
            case Demand.Layers layers -> "layers " + names(layers.fromTop());
            case Demand.NoCycle cycle -> cycle.ofPackages() ? "no package cycles" : "no cycles";
            case Demand.Every every ->
                    "%s %s".formatted(every.every().name(), quality(every.has()));
            case Demand.None none -> "no %s %s".formatted(none.every().name(), quality(none.has()));
            case Demand.Named named -> "names of " + named.every().name();
            case Demand.Placed placed -> "place of " + placed.part().name();
            case Demand.Paired paired ->
                    "%s with %s".formatted(paired.first().text(), paired.second().text());
            case Demand.Dependencies some ->
                    some.isAllowList()
                            ? "allowed dependencies"
                            : "no dependency " + String.join(" ", some.names());
            case Demand.NotLogged not -> "not logged " + String.join(" ", not.fields());
            case Demand.Coverage coverage -> slug(coverage);
            case Demand.Infrastructure resources -> resource(resources.demand());
        };
    }

    private static String names(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.joining(" "));
    }

    private static String subject(Subject subject) {
        return switch (subject) {
            case Subject.Name name -> name.text();
            case Subject.Annotation annotation -> "annotation " + annotation.name();
            case Subject.Form form -> form.form().name().toLowerCase(Locale.ROOT);
            case Subject.Literal literal -> "literal " + literal.pattern().text();
            case Subject.Comment comment ->
                    "comment "
                            + (comment.pattern().isRegex()
                                    ? "without issue"
                                    : comment.pattern().text());
            case Subject.Shape shape -> shape.source();
        };
    }

    private static String quality(Quality quality) {
        return switch (quality) {
            case Quality.Documented documented -> "documented";
            case Quality.Annotated annotated -> "with " + String.join(" ", annotated.anyOf());
            case Quality.Uses uses ->
                    "use "
                            + uses.anyOf().stream()
                                    .map(Subject.Name::text)
                                    .collect(Collectors.joining(" "));
            case Quality.Extends type -> "extend " + type.type();
            case Quality.Typed typed -> "typed";
            case Quality.ReturnTyped typed -> "return typed";
            case Quality.OfKind kind -> "are " + kind.kind().name().toLowerCase(Locale.ROOT);
            case Quality.LicenseHeader header -> "with license header";
            case Quality.TestFile test -> "tested";
            case Quality.Companion companion -> "with " + companion.pattern();
            case Quality.Header header -> "with header";
            case Quality.AtMost most -> "at most " + most.measure().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String resource(ResourceDemand demand) {
        return switch (demand) {
            case ResourceDemand.Tagged tagged -> "tags";
            case ResourceDemand.Encrypted encrypted ->
                    "encrypted " + String.join(" ", encrypted.kinds());
            case ResourceDemand.Regions regions -> "regions";
            case ResourceDemand.Services services ->
                    services.isAllowList()
                            ? "approved services"
                            : "no " + String.join(" ", services.names());
            case ResourceDemand.NoWildcard none -> "no wildcard";
            case ResourceDemand.NotPublic none -> "not public " + String.join(" ", none.kinds());
            case ResourceDemand.Property property -> property.type() + " " + property.path();
            case ResourceDemand.NoType none -> "no " + String.join(" ", none.types());
        };
    }

    private static String slug(Demand.Coverage coverage) {
        return "%s%scoverage%s"
                .formatted(
                        coverage.ofChanges() ? "changed " : "",
                        coverage.ofBranches() ? "branch " : "",
                        coverage.part().map(part -> " " + part.name()).orElse(""));
    }
}
