package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.code.JavaType;

/// A type of the domain, as what its objects hold and how they are made.
///
/// @param key the property by which a store of the project finds objects, where that is known
/// @param isByKey whether objects are found by that property although they have an id
public record DomainType(
        ProjectType type,
        List<Property> properties,
        Making making,
        Optional<String> key,
        boolean isByKey) {
    public DomainType {
        properties = List.copyOf(properties);
    }

    public static DomainType of(ProjectType type) {
        return of(type, Optional.empty());
    }

    /// @param key the property by which objects are found, where that is known
    static DomainType of(ProjectType type, Optional<String> key) {
        List<Property> properties =
                type.type().kind() == JavaType.Kind.RECORD
                        ? components(type.type())
                        : fields(type.type());
        return new DomainType(
                type, properties, MakingReader.of(type.type(), properties), key, false);
    }

    private static List<Property> components(JavaType type) {
        return type.components().stream()
                .map(component ->
                        new Property(
                                component.name(),
                                component.type(),
                                "." + component.name() + "()",
                                Optional.empty()))
                .toList();
    }

    private static List<Property> fields(JavaType type) {
        return MakingReader.fields(type).stream()
                .map(field -> property(type, field))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Property> property(JavaType type, JavaField field) {
        String upper = upper(field.name());
        boolean hasLombok =
                type.isAnnotated("Data")
                        || type.isAnnotated("Getter")
                        || type.isAnnotated("Value")
                        || field.annotation("Getter").isPresent();
        boolean hasLombokSetter =
                !field.is("final")
                        && !type.isAnnotated("Value")
                        && (type.isAnnotated("Data")
                                || type.isAnnotated("Setter")
                                || field.annotation("Setter").isPresent());
        Optional<String> reader =
                type.methods().stream()
                        .filter(method -> method.parameters().isEmpty() && !method.is("static"))
                        .map(JavaMethod::name)
                        .filter(name ->
                                name.equals("get" + upper)
                                        || name.equals("is" + upper)
                                        || name.equals(field.name()))
                        .findFirst()
                        .or(() -> hasLombok ? Optional.of(getter(type, field)) : Optional.empty());
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

    private static String getter(JavaType type, JavaField field) {
        boolean isFluent =
                type.annotation("Accessors")
                        .flatMap(use -> use.argument("fluent"))
                        .filter(value -> value.equals("true"))
                        .isPresent();
        return isFluent
                ? field.name()
                : (field.type().equals("boolean") ? "is" : "get") + upper(field.name());
    }

    private static String upper(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
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

    /// The parameters of the constructor or static method that makes objects, by property name; none where they are made
    /// otherwise.
    public List<String> construction() {
        return making instanceof Making.Builder ? List.of() : making.takes();
    }

    /// Whether objects can be made without arguments and filled by setters.
    public boolean isMadeEmpty() {
        return MakingReader.isMadeEmpty(type.type());
    }

    /// Whether no object ever changes: what is changed is another object.
    public boolean isFrozen() {
        List<JavaField> fields = MakingReader.fields(type.type());
        return isRecord()
                || type.type().isAnnotated("Value")
                || (!fields.isEmpty() && fields.stream().allMatch(field -> field.is("final")));
    }

    /// How a copy is made in which these properties have other values; empty where nothing makes one.
    public Optional<Copying> copying(Set<String> changed) {
        return MakingReader.copying(this, changed);
    }

    /// The same type, whose objects are found by this property.
    DomainType by(Property property) {
        return new DomainType(type, properties, making, Optional.of(property.name()), true);
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
