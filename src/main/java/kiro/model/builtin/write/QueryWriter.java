package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kiro.code.JavaType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Field;

/// Writes the type for the query of a list endpoint: its values by default, and what can be wrong with it.
final class QueryWriter {
    private final Workshop workshop;
    private final SpringProject project;

    QueryWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    Optional<QueryType> write(Place place, Listing listing) {
        if (!listing.needsType()) {
            return Optional.empty();
        }
        ProjectType neighbour = place.controller().type();
        String base = place.names().nounType() + "Query";
        // Some number always is free: a project has so many types and no more.
        for (int number = 1; ; number++) {
            String name = number == 1 ? base : base + number;
            String path = Workshop.folder(neighbour) + name + ".java";
            String code = code(place, listing, neighbour.packageName(), name);
            boolean isFree =
                    !workshop.draft().exists(path)
                            && project.sources().types().stream()
                                    .noneMatch(type -> type.name().equals(name));
            if (isFree || workshop.draft().isThere(path, code)) {
                workshop.draft().create(path, Part.TYPES, code);
                return Optional.of(
                        new QueryType(
                                name,
                                neighbour.packageName() + "." + name,
                                listing.query().stream().map(Field::name).toList(),
                                !problems(place, listing).isEmpty()));
            }
        }
    }

    private String code(Place place, Listing listing, String packageName, String name) {
        var components = new ArrayList<String>();
        var defaults = new ArrayList<String>();
        var imports = new TreeSet<String>();
        for (Field field : listing.query()) {
            String type = javaType(project, place, listing, field);
            imports.addAll(RequestWriter.imports(type));
            components.add(type + " " + field.name());
            standard(listing, field)
                    .ifPresent(value ->
                            defaults.add(
                                    "%s = %s == null ? %s : %s;"
                                            .formatted(
                                                    field.name(),
                                                    field.name(),
                                                    value,
                                                    field.name())));
        }
        List<String> problems = problems(place, listing);
        if (!problems.isEmpty()) {
            imports.add("java.util.ArrayList");
            imports.add("java.util.List");
            listing.query()
                    .forEach(field -> imports.addAll(rules(place, listing, field).imports()));
        }
        String members = members(name, defaults, problems);
        String record = RequestWriter.record(packageName, name, components, imports);
        return members.isEmpty()
                ? record
                : record.replace(") {}\n", ") {\n\n" + CodeFormat.wrap(members) + "\n}\n");
    }

    private static String members(String name, List<String> defaults, List<String> problems) {
        var members = new ArrayList<String>();
        if (!defaults.isEmpty()) {
            members.add(
                    "    public "
                            + name
                            + " {\n"
                            + String.join("\n", defaults).indent(8)
                            + "    }");
        }
        if (!problems.isEmpty()) {
            members.add(
                    "    /** What is wrong with the values; nothing where all are in order. */\n"
                            + "    public List<String> problems() {\n"
                            + "        var problems = new ArrayList<String>();\n"
                            + String.join("\n", problems).indent(8)
                            + "        return problems;\n"
                            + "    }");
        }
        return String.join("\n\n", members);
    }

    private List<String> problems(Place place, Listing listing) {
        var problems = new ArrayList<String>();
        for (Field field : listing.query()) {
            problems.addAll(rules(place, listing, field).statement(field, field.name()));
        }
        for (Comparison one : ComparedQueries.of(project, place, listing)) {
            problems.addAll(one.problem(javaType(project, place, listing, one.field())));
        }
        return problems;
    }

    private RuleCode rules(Place place, Listing listing, Field field) {
        return RuleCode.of(field, javaType(project, place, listing, field), field.name());
    }

    /// Numbers of pages are whole numbers; what selects by a property has its type, enums as text.
    static String javaType(SpringProject project, Place place, Listing listing, Field field) {
        Optional<Listing.Filter> filter = listing.filter(field.name());
        if (isChoice(listing, field)) {
            return "String";
        }
        if (filter.isEmpty()) {
            return "Integer";
        }
        String type = filter.get().property().typeName().boxed();
        boolean isEnum =
                project.sources()
                        .resolve(type, place.resource().type().file())
                        .filter(own -> own.type().kind() == JavaType.Kind.ENUM)
                        .isPresent();
        return isEnum ? "String" : type;
    }

    private static boolean isChoice(Listing listing, Field field) {
        return listing.choice().filter(one -> one.parameter().equals(field.name())).isPresent();
    }

    private static Optional<String> standard(Listing listing, Field field) {
        if (isChoice(listing, field)) {
            return listing.choice().map(one -> Constraints.literal(one.standard()));
        }
        Optional<Listing.Paging> paging = listing.paging();
        if (paging.filter(one -> one.size().equals(field.name())).isPresent()) {
            return paging.map(one -> String.valueOf(one.standard()));
        }
        boolean isAt = paging.flatMap(Listing.Paging::at).filter(field.name()::equals).isPresent();
        return isAt
                ? paging.map(one -> String.valueOf(one.first()))
                : field.standard()
                        .flatMap(value ->
                                listing.filter(field.name())
                                        .flatMap(one -> Standards.literal(one.property(), value)));
    }
}
