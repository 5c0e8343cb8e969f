package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;

/// A type of the domain, as what its objects hold.
///
/// @param construction the parameters of its fullest constructor that fills properties, by property name;
///     empty where objects are made empty and filled by setters
/// @param key the property by which a store of the project finds objects, where that is known
/// @param isByKey whether objects are found by that property although they have an id
public record DomainType(
        ProjectType type,
        List<Property> properties,
        List<String> construction,
        Optional<String> key,
        boolean isByKey) {
    public DomainType {
        properties = List.copyOf(properties);
        construction = List.copyOf(construction);
    }

    public static DomainType of(ProjectType type) {
        return of(type, Optional.empty());
    }

    /// @param key the property by which objects are found, where that is known
    static DomainType of(ProjectType type, Optional<String> key) {
        return type.type().kind() == JavaType.Kind.RECORD ? record(type, key) : bean(type, key);
    }

    private static DomainType record(ProjectType type, Optional<String> key) {
        List<JavaParameter> components = type.type().components();
        return new DomainType(
                type,
                components.stream()
                        .map(component ->
                                new Property(
                                        component.name(),
                                        component.type(),
                                        "." + component.name() + "()",
                                        Optional.empty()))
                        .toList(),
                components.stream().map(JavaParameter::name).toList(),
                key,
                false);
    }

    private static DomainType bean(ProjectType type, Optional<String> key) {
        List<Property> properties =
                type.type().fields().stream()
                        .filter(field -> !field.is("static"))
                        .map(field -> property(type.type(), field))
                        .flatMap(Optional::stream)
                        .toList();
        return new DomainType(type, properties, construction(type.type(), properties), key, false);
    }

    private static Optional<Property> property(JavaType type, JavaField field) {
        String upper = upper(field.name());
        boolean hasLombok = type.isAnnotated("Data") || type.isAnnotated("Getter");
        boolean hasLombokSetter =
                !field.is("final") && (type.isAnnotated("Data") || type.isAnnotated("Setter"));
        Optional<String> reader =
                type.methods().stream()
                        .filter(method -> method.parameters().isEmpty() && !method.is("static"))
                        .map(JavaMethod::name)
                        .filter(name ->
                                name.equals("get" + upper)
                                        || name.equals("is" + upper)
                                        || name.equals(field.name()))
                        .findFirst()
                        .or(() -> hasLombok ? Optional.of(getter(field)) : Optional.empty());
        Optional<String> setter =
                type.methods().stream()
                        .filter(method -> method.parameters().size() == 1)
                        .map(JavaMethod::name)
                        .filter(name -> name.equals("set" + upper))
                        .findFirst()
                        .or(() -> hasLombokSetter ? Optional.of("set" + upper) : Optional.empty());
        return reader.map(
                name -> new Property(field.name(), field.type(), "." + name + "()", setter));
    }

    private static String getter(JavaField field) {
        return (field.type().equals("boolean") ? "is" : "get") + upper(field.name());
    }

    private static String upper(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static List<String> construction(JavaType type, List<Property> properties) {
        List<String> names = properties.stream().map(Property::name).toList();
        List<String> fullest = List.of();
        for (JavaMethod constructor : type.constructors()) {
            List<String> parameters =
                    constructor.parameters().stream().map(JavaParameter::name).toList();
            boolean isOpen = !constructor.is("private") && !constructor.is("protected");
            if (isOpen && names.containsAll(parameters) && parameters.size() > fullest.size()) {
                fullest = parameters;
            }
        }
        return fullest;
    }

    public String name() {
        return type.name();
    }

    public boolean isRecord() {
        return type.type().kind() == JavaType.Kind.RECORD;
    }

    public Optional<Property> property(String name) {
        return properties.stream().filter(property -> property.name().equals(name)).findFirst();
    }

    /// A property, or what a method works out of them, as `registeredAt()` or `getTotal()`: it can be read alone.
    public Optional<Property> readable(String name) {
        return property(name)
                .or(() ->
                        type.type().methods().stream()
                                .filter(method ->
                                        method.is("public")
                                                && !method.is("static")
                                                && method.parameters().isEmpty()
                                                && !method.returnType().equals("void"))
                                .filter(method ->
                                        method.name().equals(name)
                                                || method.name().equals("get" + upper(name))
                                                || (method.name().equals("is" + upper(name))
                                                        && method.returnType().equals("boolean")))
                                .findFirst()
                                .map(method ->
                                        new Property(
                                                name,
                                                method.returnType(),
                                                "." + method.name() + "()",
                                                Optional.empty())));
    }

    /// Whether objects can be made without arguments and filled by setters.
    public boolean isMadeEmpty() {
        return !isRecord()
                && (type.type().constructors().isEmpty()
                        || type.type().constructors().stream()
                                .anyMatch(made ->
                                        made.parameters().isEmpty()
                                                && !made.is("private")
                                                && !made.is("protected")));
    }

    /// The same type, whose objects are found by this property.
    DomainType by(Property property) {
        return new DomainType(type, properties, construction, Optional.of(property.name()), true);
    }

    /// The property that tells one object from another.
    public Optional<Property> id() {
        return isByKey ? key.flatMap(this::property) : ownId();
    }

    /// The same, whatever objects are found by.
    public Optional<Property> ownId() {
        return properties.stream()
                .filter(property ->
                        type.type()
                                .field(property.name())
                                .flatMap(field -> field.annotation("Id"))
                                .isPresent())
                .findFirst()
                .or(() -> property("id"))
                .or(() -> property("uuid"))
                .or(() ->
                        property(
                                Character.toLowerCase(name().charAt(0))
                                        + name().substring(1)
                                        + "Id"))
                .or(() -> key.filter(_ -> !isByKey).flatMap(this::property));
    }

    /// Whether storing an object gives it its id.
    public boolean hasGeneratedId() {
        return id().flatMap(id -> type.type().field(id.name()))
                .flatMap(field -> field.annotation("GeneratedValue"))
                .isPresent();
    }
}
