package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.Mapping;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;

/// Writes the type of what an endpoint takes, with its constraints: a record, or a class where null is not absent.
final class RequestWriter {
    private static final Map<String, String> TIMES =
            Map.ofEntries(
                    Map.entry("Instant", "java.time.Instant"),
                    Map.entry("LocalDate", "java.time.LocalDate"),
                    Map.entry("LocalTime", "java.time.LocalTime"),
                    Map.entry("LocalDateTime", "java.time.LocalDateTime"),
                    Map.entry("OffsetDateTime", "java.time.OffsetDateTime"),
                    Map.entry("ZonedDateTime", "java.time.ZonedDateTime"),
                    Map.entry("Duration", "java.time.Duration"),
                    Map.entry("Year", "java.time.Year"),
                    Map.entry("YearMonth", "java.time.YearMonth"),
                    Map.entry("BigDecimal", "java.math.BigDecimal"),
                    Map.entry("BigInteger", "java.math.BigInteger"),
                    Map.entry("UUID", "java.util.UUID"),
                    Map.entry("URI", "java.net.URI"),
                    Map.entry("List", "java.util.List"),
                    Map.entry("Set", "java.util.Set"),
                    Map.entry("Map", "java.util.Map"));

    private final Workshop workshop;
    private final SpringProject project;

    RequestWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// Writes the type for an endpoint that takes a body.
    RequestType write(Place place, Wants wants) {
        Optional<ProjectType> sample = sample();
        var packages = new OwnPackages(project);
        ProjectType neighbour =
                sample.filter(one -> !packages.isOfOther(one, place.controller()))
                        .orElse(place.controller().type());
        boolean byHand = ByHand.isNeeded(project, wants);
        List<Comparison> compared = Comparison.inRequest(project, place, wants);
        String folder = Workshop.folder(neighbour);
        SentNulls nulls = SentNulls.of(project, place, wants);
        boolean areNamed = new InvalidFields(workshop).areNamed(wants);
        var told = new Told(compared, nulls, areNamed);
        UnaryOperator<String> code = one -> code(place, neighbour.packageName(), one, byHand, told);
        // Some number always is free: a project has so many types and no more.
        String name =
                names(place, sample.map(ProjectType::name).orElse("Request"))
                        .filter(one -> isFree(one, folder + one + ".java", code.apply(one)))
                        .findFirst()
                        .orElseThrow();
        workshop.draft().create(folder + name + ".java", Part.TYPES, code.apply(name));
        return new RequestType(
                name,
                neighbour.packageName() + "." + name,
                inputs(place),
                byHand && !problems(place, told).isEmpty());
    }

    /// Whether nothing is called so, or just this code is there already.
    private boolean isFree(String name, String path, String code) {
        return workshop.draft().isThere(path, code)
                || (!workshop.draft().exists(path)
                        && project.sources().types().stream()
                                .noneMatch(type -> type.name().equals(name)));
    }

    private static String component(Constraints constraints, RequestType.Input input) {
        return constraints.annotations().stream()
                        .map(annotation -> annotation + " ")
                        .collect(Collectors.joining())
                + input.javaType()
                + " "
                + input.name();
    }

    private String code(Place place, String packageName, String name, boolean byHand, Told told) {
        var components = new ArrayList<String>();
        var imports = new TreeSet<String>();
        for (Field field : place.endpoint().request().body()) {
            RequestType.Input input = input(field, place);
            Constraints constraints =
                    byHand
                            ? new Constraints(List.of(), List.of())
                            : Constraints.of(field, input.javaType());
            imports.addAll(constraints.imports());
            imports.addAll(imports(input.javaType()));
            components.add(component(constraints, input));
        }
        Optional<CrossFields> crossing = byHand ? Optional.empty() : crossing(place, name, told);
        List<String> members = members(place, name, byHand, told, crossing, imports);
        String all =
                members.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining("\n"));
        String type =
                told.nulls().told().isEmpty()
                        ? record(packageName, name, components, imports)
                                .replace(
                                        ") {}\n",
                                        all.isEmpty() ? ") {}\n" : ") {\n\n" + all + "}\n")
                        : new RequestBean(
                                        name,
                                        components,
                                        inputs(place),
                                        told.nulls(),
                                        tidied(place))
                                .code(packageName, imports, all);
        return crossing.map(one -> one.above(type)).orElse(type);
    }

    /// What stands in the type beside the fields.
    private List<String> members(
            Place place,
            String name,
            boolean byHand,
            Told told,
            Optional<CrossFields> crossing,
            Set<String> imports) {
        var members = new ArrayList<String>();
        String tidied = told.nulls().told().isEmpty() ? tidied(place, name) : "";
        boolean areMethods = !byHand && crossing.isEmpty();
        members.add(tidied + (areMethods ? constraints(!tidied.isEmpty(), place, told) : ""));
        if (members.getFirst().contains("@AssertTrue")) {
            imports.add("jakarta.validation.constraints.AssertTrue");
        }
        crossing.ifPresent(one -> {
            imports.addAll(CrossFields.IMPORTS);
            members.add(one.member());
        });
        List<String> problems = byHand ? problems(place, told) : List.of();
        if (!problems.isEmpty()) {
            imports.add("java.util.ArrayList");
            imports.add("java.util.List");
            for (Field field : place.endpoint().request().body()) {
                imports.addAll(rules(field, place).imports());
            }
            members.add(CodeFormat.wrap(problemsMethod(problems)));
        }
        return members;
    }

    /// The constraint of the whole body, where the answer names fields: one on a method would name that.
    private Optional<CrossFields> crossing(Place place, String name, Told told) {
        List<CrossFields.Breach> breaches =
                Stream.concat(
                                told.compared().stream()
                                        .map(one ->
                                                one.breach(input(one.field(), place).javaType())),
                                told.nulls().breaches().stream())
                        .toList();
        return told.areNamed() && !breaches.isEmpty()
                ? Optional.of(new CrossFields(name, breaches))
                : Optional.empty();
    }

    private static String problemsMethod(List<String> problems) {
        return "    /** What is wrong with the values; nothing where all are in order. */\n"
                + "    public List<String> problems() {\n"
                + "        var problems = new ArrayList<String>();\n"
                + String.join("\n", problems).indent(8)
                + "        return problems;\n"
                + "    }\n";
    }

    /// The constructor that takes off blanks, before anything looks at the values; nothing where none are taken off.
    private static String tidied(Place place, String name) {
        Map<String, String> lines = tidied(place);
        return lines.isEmpty()
                ? ""
                : "    public %s {\n%s    }\n"
                        .formatted(name, String.join("\n", lines.values()).indent(8));
    }

    private static Map<String, String> tidied(Place place) {
        var lines = new LinkedHashMap<String, String>();
        for (Field field : place.endpoint().request().body()) {
            boolean isStripped = field.rules().contains(new FieldRule.Stripped());
            boolean isNone = field.rules().contains(new FieldRule.BlankIsNone());
            String value = field.name();
            if (isNone) {
                lines.put(
                        value,
                        "%1$s = %1$s == null || %1$s.isBlank() ? null : %1$s%2$s;"
                                .formatted(value, isStripped ? ".strip()" : ""));
            } else if (isStripped) {
                lines.put(value, "%1$s = %1$s == null ? null : %1$s.strip();".formatted(value));
            }
        }
        return lines;
    }

    /// The statements that look for values which break a rule.
    private List<String> problems(Place place, Told told) {
        return Stream.of(
                        place.endpoint().request().body().stream()
                                .flatMap(field ->
                                        rules(field, place)
                                                .statement(field, field.name())
                                                .stream()),
                        told.compared().stream()
                                .flatMap(one ->
                                        one.problem(input(one.field(), place).javaType()).stream()),
                        told.nulls().problems().stream())
                .flatMap(lines -> lines)
                .toList();
    }

    /// The methods that Jakarta asks whether values lie to each other as they should, and are not null.
    private String constraints(boolean isBehind, Place place, Told told) {
        List<String> methods =
                Stream.concat(
                                told.compared().stream()
                                        .map(one ->
                                                one.constraint(
                                                        input(one.field(), place).javaType())),
                                told.nulls().constraints().stream())
                        .toList();
        return methods.isEmpty()
                ? ""
                : (isBehind ? "\n" : "") + CodeFormat.wrap(String.join("\n", methods));
    }

    /// What is checked beside the rules of single values.
    ///
    /// @param areNamed whether the answer names the fields that are wrong
    private record Told(List<Comparison> compared, SentNulls nulls, boolean areNamed) {}

    private RuleCode rules(Field field, Place place) {
        return RuleCode.of(field, input(field, place).javaType(), field.name());
    }

    static List<String> imports(String javaType) {
        var imports = new TreeSet<String>();
        for (String word : javaType.split("\\W+")) {
            Optional.ofNullable(TIMES.get(word)).ifPresent(imports::add);
        }
        return List.copyOf(imports);
    }

    static String record(
            String packageName, String name, List<String> components, Iterable<String> imports) {
        var text = new StringBuilder("package ").append(packageName).append(";\n\n");
        imports.forEach(type -> text.append("import ").append(type).append(";\n"));
        text.append(text.toString().endsWith(";\n\n") ? "" : "\n");
        String head = "public record " + name + "(";
        String one = head + String.join(", ", components) + ") {}\n";
        boolean isShort = one.length() <= 101 && components.size() < 4;
        return text + (isShort ? one : head + "\n        " + broken(components) + ") {}\n");
    }

    /// One component a line; the annotations of one that is too long stand above it.
    private static String broken(List<String> components) {
        return components.stream()
                .map(one ->
                        one.length() + 12 <= 100
                                ? one
                                : one.replaceAll(
                                        "(?<=[)]|@NotBlank|@NotNull|@Email) (?=@|\\w+(<.*>)? \\w+$)",
                                        "\n                "))
                .collect(Collectors.joining(",\n        "));
    }

    /// The values of the body, without a type for it.
    List<RequestType.Input> inputs(Place place) {
        return place.endpoint().request().body().stream()
                .map(field -> input(field, place))
                .toList();
    }

    private RequestType.Input input(Field field, Place place) {
        Optional<Property> property = new SentFields(place).property(field.name());
        String domain =
                property.map(Property::type)
                        .or(() -> References.keyType(project, place, field))
                        .orElseGet(() -> javaType(field.type()));
        TypeName type = TypeName.of(domain);
        boolean isOwn =
                project.sources().resolve(type.raw(), place.resource().type().file()).isPresent();
        String body = isOwn ? "String" : type.isPrimitive() ? type.boxed() : domain;
        return new RequestType.Input(field.name(), body, domain);
    }

    static String javaType(FieldType type) {
        return switch (type) {
            case FieldType.Plain plain ->
                    switch (plain) {
                        case STRING, OBJECT, NOT_STATED -> "String";
                        case INTEGER -> "Long";
                        case DECIMAL -> "BigDecimal";
                        case BOOLEAN -> "Boolean";
                        case DATE -> "LocalDate";
                        case TIMESTAMP -> "Instant";
                        case UUID -> "UUID";
                    };
            case FieldType.ListOf list -> "List<" + javaType(list.element()) + ">";
            case FieldType.Named named -> named.name();
        };
    }

    /// The type of a body that a controller takes already.
    Optional<ProjectType> sample() {
        for (Controller controller : project.controllers()) {
            for (Mapping mapping : controller.mappings()) {
                for (JavaParameter parameter : mapping.method().parameters()) {
                    if (parameter.annotation("RequestBody").isPresent()) {
                        Optional<ProjectType> type =
                                project.sources()
                                        .resolve(parameter.type(), controller.type().file())
                                        .filter(found ->
                                                found.file()
                                                        .mainType()
                                                        .filter(found.type()::equals)
                                                        .isPresent());
                        boolean isDomain =
                                type.filter(found ->
                                                project.storages().stream()
                                                        .anyMatch(storage ->
                                                                storage.resource()
                                                                        .name()
                                                                        .equals(found.name())))
                                        .isPresent();
                        if (type.isPresent() && !isDomain) {
                            return type;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// `UpdateProfileRequest` and the names to take where that is taken, with the ending and in the order
    /// that the project uses.
    private static Stream<String> names(Place place, String sample) {
        String ending =
                sample.replaceFirst("^.*?(Request|Dto|DTO|Command|Payload|Body|Input|Form)$", "$1");
        String known = ending.equals(sample) ? "Request" : ending;
        boolean isVerbLast = sample.matches(".+(Create|Update|Creation|Registration)" + known);
        String noun = place.names().nounType();
        var names = new ArrayList<String>();
        for (String verb : List.of(Names.upper(place.names().verb()), "Change", "Set")) {
            for (String object : List.of(noun, place.resource().name() + noun)) {
                boolean isSame = object.equals(noun + noun);
                if (!isSame) {
                    names.add(isVerbLast ? object + verb + known : verb + object + known);
                }
            }
        }
        return Stream.concat(
                names.stream(),
                Stream.iterate(2, number -> number + 1)
                        .map(number -> Names.upper(place.names().act()) + number + known));
    }
}
