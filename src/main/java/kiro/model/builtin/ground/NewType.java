package kiro.model.builtin.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.code.JavaAnnotation;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;
import kiro.code.TextRange;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;

/// Draws a type of the domain after the model of one that is there: a record, a bean, an entity, with Lombok or without.
public final class NewType {
    /// What a type takes over as it is.
    private static final Set<String> KEPT =
            Set.of(
                    "Entity",
                    "EntityListeners",
                    "Data",
                    "Getter",
                    "Setter",
                    "Value",
                    "Builder",
                    "NoArgsConstructor",
                    "AllArgsConstructor",
                    "RequiredArgsConstructor",
                    "Accessors");

    private final Sources sources;
    private final DomainType model;
    private final Renaming names;
    private final List<NewProperty> properties;
    private final NewFields fields;

    public NewType(
            Sources sources, DomainType model, Renaming names, List<NewProperty> properties) {
        this.sources = sources;
        this.model = model;
        this.names = names;
        this.properties = List.copyOf(properties);
        this.fields = new NewFields(sources, model);
    }

    /// More properties of the model itself.
    NewType(Sources sources, DomainType model, List<NewProperty> properties) {
        this(
                sources,
                model,
                new Renaming(model.name(), model.name(), model.name(), model.name()),
                properties);
    }

    public String name() {
        return names.of(model.name());
    }

    /// The file with the type.
    public String code(String packageName) {
        String type = model.isRecord() ? record() : bean();
        var more = new TreeSet<>(fields.imports(properties));
        return new Imports(sources, List.of(model.type().file()))
                .file(packageName, more, annotations() + type);
    }

    private String head(String kind) {
        return (model.type().type().is("public") ? "public " : "")
                + (model.type().type().is("final") && !model.isRecord() ? "final " : "")
                + kind
                + " "
                + name();
    }

    private String annotations() {
        var lines = new StringBuilder();
        for (JavaAnnotation use : model.type().type().annotations()) {
            String text = text(use.range());
            if (KEPT.contains(use.name())) {
                lines.append(text).append('\n');
            } else if (use.name().equals("Table")) {
                lines.append(table(text)).append('\n');
            }
        }
        return lines.toString();
    }

    /// The annotation, with the name of the table in it turned into another.
    private String table(String text) {
        return Pattern.compile("\"(\\w+)\"")
                .matcher(text)
                .replaceAll(name -> "\"" + names.of(name.group(1)) + "\"");
    }

    private String text(TextRange range) {
        return range.of(model.type().file().text());
    }

    private String record() {
        List<String> components = properties.stream().map(this::component).toList();
        String open = isOnOneLine() ? "(" : "(\n        ";
        String between = isOnOneLine() ? ", " : ",\n        ";
        return head("record")
                + open
                + String.join(between, components)
                + ") {"
                + (isClosedAtOnce() ? "" : "\n")
                + "}\n";
    }

    private boolean isOnOneLine() {
        List<JavaParameter> known = model.type().type().components();
        return !text(new TextRange(known.getFirst().range().start(), known.getLast().range().end()))
                .contains("\n");
    }

    /// Whether the model's braces stand together: `{}`.
    private boolean isClosedAtOnce() {
        return !model.type().type().methods().isEmpty()
                || model.type().file().text().stripTrailing().endsWith("{}");
    }

    private String component(NewProperty property) {
        String annotations =
                property.role() == NewProperty.Role.ID
                        ? model.id().stream()
                                .flatMap(id ->
                                        model.type().type().components().stream()
                                                .filter(one -> one.name().equals(id.name())))
                                .map(JavaParameter::annotations)
                                .flatMap(List::stream)
                                .map(use -> text(use.range()) + " ")
                                .collect(Collectors.joining())
                        : "";
        return annotations + property.type() + " " + property.name();
    }

    private String bean() {
        var members = new ArrayList<String>();
        boolean isSpaced = isSpaced();
        List<String> all = properties.stream().map(fields::field).toList();
        members.add(String.join(isSpaced ? "\n\n" : "\n", all));
        members.addAll(constructors());
        for (NewProperty property : properties) {
            members.addAll(accessors(property));
        }
        return head("class")
                + " {\n"
                + (isSpaced ? "\n" : "")
                + members.stream()
                        .map(one -> one.indent(4).stripTrailing())
                        .collect(Collectors.joining("\n\n"))
                + "\n}\n";
    }

    /// Whether an empty line stands between the model's fields.
    boolean isSpaced() {
        List<JavaField> own =
                model.type().type().fields().stream().filter(one -> !one.is("static")).toList();
        if (own.size() < 2) {
            return true;
        }
        int from = own.get(0).range().end();
        int to = own.get(1).range().start();
        return text(new TextRange(from, to)).replace("\r", "").contains("\n\n");
    }

    private List<String> constructors() {
        var all = new ArrayList<String>();
        for (JavaMethod one : model.type().type().constructors()) {
            if (one.parameters().isEmpty()) {
                all.add(
                        text(one.range())
                                .replace(model.name() + "(", name() + "(")
                                .replaceAll("\\s*\\{\\s*\\}", " {}"));
            }
        }
        if (!model.construction().isEmpty()) {
            all.add(constructor());
        }
        return all;
    }

    private String constructor() {
        boolean takesId =
                model.id().filter(id -> model.construction().contains(id.name())).isPresent();
        List<NewProperty> taken =
                properties.stream()
                        .filter(one -> takesId || one.role() != NewProperty.Role.ID)
                        .toList();
        String visible =
                model.type().type().constructors().stream().anyMatch(one -> one.is("public"))
                        ? "public "
                        : "";
        String parameters =
                taken.stream()
                        .map(one -> one.type() + " " + one.name())
                        .collect(Collectors.joining(", "));
        String head = visible + name() + "(" + parameters + ") {";
        if (head.length() > 95) {
            head = head.replace(", ", ",\n        ").replaceFirst("\\(", "(\n        ");
        }
        return head
                + "\n"
                + taken.stream()
                        .map(one -> "    this.%1$s = %1$s;\n".formatted(one.name()))
                        .collect(Collectors.joining())
                + "}";
    }

    private List<String> accessors(NewProperty property) {
        boolean isId = property.role() == NewProperty.Role.ID;
        return accessors(property, isId ? setsId() : setsOthers(property));
    }

    /// The methods of a property that can be changed whatever others can.
    List<String> openAccessors(NewProperty property) {
        return accessors(property, true);
    }

    private List<String> accessors(NewProperty property, boolean isSet) {
        var all = new ArrayList<String>();
        if (!isGenerated("Getter")) {
            all.add(
                    method(
                            "public %s %s()".formatted(property.type(), reader(property)),
                            "return " + property.name() + ";"));
        }
        if (!isGenerated("Setter") && isSet) {
            all.add(
                    method(
                            "public void set%s(%s %s)"
                                    .formatted(property.upper(), property.type(), property.name()),
                            "this.%1$s = %1$s;".formatted(property.name())));
        }
        return all;
    }

    private boolean isGenerated(String annotation) {
        JavaType type = model.type().type();
        return type.isAnnotated("Data")
                || type.isAnnotated("Value")
                || type.isAnnotated(annotation);
    }

    private String reader(NewProperty property) {
        boolean isFluent =
                model.properties().stream()
                        .map(Property::read)
                        .noneMatch(read -> read.matches("\\.(get|is)[A-Z].*"));
        return isFluent
                ? property.name()
                : (property.type().equals("boolean") ? "is" : "get") + property.upper();
    }

    private boolean setsId() {
        return model.id().flatMap(Property::setter).isPresent();
    }

    /// Where objects are made whole, only what requests change can be set later.
    private boolean setsOthers(NewProperty property) {
        Optional<Property> id = model.id();
        boolean sets =
                model.properties().stream()
                        .filter(one -> id.filter(one::equals).isEmpty())
                        .anyMatch(one -> one.setter().isPresent());
        return sets
                && (model.construction().isEmpty() || property.role() == NewProperty.Role.VALUE);
    }

    private String method(String signature, String statement) {
        boolean isShort =
                model.type().type().methods().stream()
                        .filter(one -> one.name().matches("(get|set|is)[A-Z].*"))
                        .anyMatch(one -> !text(one.range()).strip().contains("\n"));
        return isShort
                ? signature + " { " + statement + " }"
                : signature + " {\n    " + statement + "\n}";
    }
}
