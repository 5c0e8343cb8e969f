package kiro.steering.sentence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Demand;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.steering.rule.ResourceDemand;
import kiro.steering.rule.Subject;
import kiro.steering.rule.TextPattern;

/// Writes what a rule asks as keys of its block.
final class DemandWriter {
    private final RuleWriter out;

    DemandWriter(RuleWriter out) {
        this.out = out;
    }

    void write(Demand demand) {
        out.line("kind", kind(demand));
        switch (demand) {
            case Demand.Forbid forbid -> subject(forbid.subject());
            case Demand.OnlyIn only -> {
                subject(only.subject());
                out.part("in", only.part());
            }
            case Demand.NoImport none -> between(none.part(), none.forbidden());
            case Demand.ImportOnly only -> between(only.part(), only.allowed());
            case Demand.ImportedOnlyBy by -> {
                out.part("to", by.part());
                out.parts("from", by.importers());
            }
            case Demand.Layers layers -> out.parts("layers", layers.fromTop());
            case Demand.NoCycle cycle -> {
                cycle.part().ifPresent(part -> out.part("in", part));
                out.line("of", cycle.ofPackages() ? "packages" : "files");
            }
            case Demand.Every every -> quality(every.every(), every.has());
            case Demand.None none -> quality(none.every(), none.has());
            case Demand.Named named -> pattern(named);
            case Demand.Placed placed -> {
                out.part("part", placed.part());
                out.parts("in", placed.places());
            }
            case Demand.Paired paired -> {
                out.line("first", paired.first().text());
                out.line("second", paired.second().text());
            }
            case Demand.Dependencies some ->
                    out.list(some.isAllowList() ? "allow" : "deny", some.names());
            case Demand.NotLogged not -> out.list("fields", not.fields());
            case Demand.Coverage coverage -> coverage(coverage);
            case Demand.Infrastructure resources -> resource(resources.demand());
        }
    }

    private static String kind(Demand demand) {
        return switch (demand) {
            case Demand.Forbid forbid -> "forbid";
            case Demand.OnlyIn only -> "only-in";
            case Demand.NoImport none -> "no-import";
            case Demand.ImportOnly only -> "import-only";
            case Demand.ImportedOnlyBy by -> "imported-only-by";
            case Demand.Layers layers -> "layers";
            case Demand.NoCycle cycle -> "no-cycle";
            case Demand.Every every -> "every";
            case Demand.None none -> "none";
            case Demand.Named named -> "naming";
            case Demand.Placed placed -> "placed";
            case Demand.Paired paired -> "paired";
            case Demand.Dependencies some -> "dependencies";
            case Demand.NotLogged not -> "not-logged";
            case Demand.Coverage coverage -> "coverage";
            case Demand.Infrastructure resources -> "infrastructure";
        };
    }

    private void between(Part from, List<Part> to) {
        out.part("from", from);
        out.parts("to", to);
    }

    private void coverage(Demand.Coverage coverage) {
        out.raw("percent", String.valueOf(coverage.percent()));
        out.line(
                "of",
                (coverage.ofChanges() ? "changed-" : "")
                        + (coverage.ofBranches() ? "branches" : "lines"));
        coverage.part().ifPresent(part -> out.part("in", part));
    }

    private void subject(Subject subject) {
        switch (subject) {
            case Subject.Name name -> {
                out.line("name", name.text());
                if (!name.uses().equals(EnumSet.allOf(Subject.Use.class))) {
                    out.list("uses", RuleWriter.names(name.uses()));
                }
            }
            case Subject.Annotation annotation -> out.line("annotation", annotation.name());
            case Subject.Form form -> out.line("form", RuleWriter.small(form.form().name()));
            case Subject.Literal literal -> text("literal", literal.pattern());
            case Subject.Comment comment -> text("comment", comment.pattern());
            case Subject.Shape shape -> {
                out.line("pattern", shape.source());
                out.list("read-in", RuleWriter.names(Set.copyOf(shape.languages())));
            }
        }
    }

    private void text(String key, TextPattern pattern) {
        if (pattern.isRegex()) {
            out.raw(key, "{regex: %s}".formatted(RuleWriter.quoted(pattern.text())));
        } else if (pattern.ignoresCase()) {
            out.raw(key, "{words: %s}".formatted(RuleWriter.quoted(pattern.text())));
        } else {
            out.line(key, pattern.text());
        }
    }

    private void quality(Declared every, Quality quality) {
        out.declared(every);
        switch (quality) {
            case Quality.Documented documented -> out.raw("documented", "true");
            case Quality.Annotated annotated -> out.list("annotated", annotated.anyOf());
            case Quality.Uses uses ->
                    out.list("uses", uses.anyOf().stream().map(Subject.Name::text).toList());
            case Quality.Extends type -> out.line("extends", type.type());
            case Quality.Typed typed -> out.raw("typed", "true");
            case Quality.ReturnTyped typed -> out.raw("return-typed", "true");
            case Quality.OfKind kind -> out.line("of-kind", RuleWriter.small(kind.kind().name()));
            case Quality.LicenseHeader header -> out.raw("license-header", "true");
            case Quality.TestFile test -> out.raw("test-file", "true");
            case Quality.Companion companion -> out.line("companion", companion.pattern());
            case Quality.Header header -> out.line("header", header.text());
            case Quality.AtMost most ->
                    out.raw(
                            "at-most",
                            "%d %s"
                                    .formatted(
                                            most.limit(), RuleWriter.small(most.measure().name())));
        }
    }

    private void pattern(Demand.Named named) {
        out.declared(named.every());
        switch (named.pattern()) {
            case NamePattern.Cased cased ->
                    out.line("style", RuleWriter.small(cased.style().name()));
            case NamePattern.StartsWith starts -> out.list("starts-with", starts.anyOf());
            case NamePattern.NotStartsWith starts -> out.list("not-starts-with", starts.noneOf());
            case NamePattern.EndsWith ends -> out.list("ends-with", ends.anyOf());
            case NamePattern.NotEndsWith ends -> out.list("not-ends-with", ends.noneOf());
            case NamePattern.Matches matches -> out.line("matches", matches.pattern().text());
        }
    }

    private void resource(ResourceDemand demand) {
        switch (demand) {
            case ResourceDemand.Tagged tagged -> out.list("tagged", tagged.keys());
            case ResourceDemand.Encrypted encrypted -> kinds("encrypted", encrypted.kinds());
            case ResourceDemand.Regions regions -> out.list("regions", regions.allowed());
            case ResourceDemand.Services services ->
                    out.list(services.isAllowList() ? "services" : "no-services", services.names());
            case ResourceDemand.NoWildcard none ->
                    out.list(
                            "no-wildcard",
                            none.elements().stream()
                                    .map(element -> RuleWriter.small(element.name()))
                                    .toList());
            case ResourceDemand.NotPublic none -> kinds("not-public", none.kinds());
            case ResourceDemand.NoType none -> out.list("no-type", none.types());
            case ResourceDemand.Property property ->
                    out.raw(
                            "property",
                            "{type: %s, path: %s%s}"
                                    .formatted(
                                            RuleWriter.quoted(property.type()),
                                            RuleWriter.quoted(property.path()),
                                            anyOf(property.anyOf())));
        }
    }

    private static String anyOf(List<String> values) {
        return values.isEmpty()
                ? ""
                : values.stream()
                        .map(RuleWriter::quoted)
                        .collect(Collectors.joining(", ", ", any-of: [", "]"));
    }

    private void kinds(String key, List<String> kinds) {
        out.list(key, kinds.isEmpty() ? List.of("all") : kinds);
    }
}
