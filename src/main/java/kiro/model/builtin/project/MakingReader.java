package kiro.model.builtin.project;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.code.JavaAnnotation;
import kiro.code.JavaCall;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;

/// Reads how objects of a type are made, and how copies of them are.
final class MakingReader {
    private static final String CONSTANT =
            "null|true|false|-?\\d+L?|\"[^\"]*\"|[A-Z]\\w*\\.[A-Z][A-Z0-9_]*";

    private MakingReader() {}

    /// The builder, where there is one; a constructor; nothing but `new`, where setters do the rest; a static method.
    static Making of(JavaType type, List<Property> properties) {
        if (type.kind() == JavaType.Kind.RECORD) {
            return new Making.Constructor(type.name(), names(type.components()));
        }
        Optional<Making> builder = builder(type, properties);
        if (builder.isPresent()) {
            return builder.get();
        }
        List<String> constructor = constructor(type, properties);
        if (!constructor.isEmpty() || isMadeEmpty(type)) {
            return new Making.Constructor(type.name(), constructor);
        }
        return factory(type, properties).orElseGet(Making.Unknown::new);
    }

    private static Optional<Making> builder(JavaType type, List<Property> properties) {
        return BuilderForm.of(type, properties)
                .filter(form -> form.start().isPresent())
                .map(form -> {
                    var steps = new LinkedHashMap<>(form.steps());
                    form.required().forEach(steps::remove);
                    return new Making.Builder(
                            form.start().get(),
                            form.required(),
                            steps,
                            form.end(),
                            form.standards());
                });
    }

    /// The parameters of the fullest constructor that fills properties; none where there is no such.
    private static List<String> constructor(JavaType type, List<Property> properties) {
        List<String> names = properties.stream().map(Property::name).toList();
        List<String> fullest = ofLombok(type, names);
        for (JavaMethod constructor : type.constructors()) {
            List<String> parameters = names(constructor.parameters());
            boolean isOpen = !constructor.is("private") && !constructor.is("protected");
            if (isOpen && names.containsAll(parameters) && parameters.size() > fullest.size()) {
                fullest = parameters;
            }
        }
        return fullest;
    }

    /// The fields that a constructor of Lombok's takes.
    private static List<String> ofLombok(JavaType type, List<String> names) {
        boolean isValue = type.isAnnotated("Value") && type.constructors().isEmpty();
        boolean takesAll =
                type.annotation("AllArgsConstructor").map(MakingReader::isOpen).orElse(isValue);
        if (!takesAll) {
            return List.of();
        }
        List<String> fields =
                fields(type).stream()
                        .filter(field ->
                                !(isValue || field.is("final")) || field.initializer().isEmpty())
                        .map(JavaField::name)
                        .toList();
        return names.containsAll(fields) ? fields : List.of();
    }

    static List<JavaField> fields(JavaType type) {
        return type.fields().stream().filter(field -> !field.is("static")).toList();
    }

    private static boolean isOpen(JavaAnnotation use) {
        return !use.arguments()
                .values()
                .toString()
                .matches("(?s).*\\b(PRIVATE|PROTECTED|NONE)\\b.*");
    }

    /// Whether objects can be made without arguments and filled by setters.
    static boolean isMadeEmpty(JavaType type) {
        if (type.kind() == JavaType.Kind.RECORD) {
            return false;
        }
        boolean hasEmpty =
                type.constructors().stream()
                        .anyMatch(made ->
                                made.parameters().isEmpty()
                                        && !made.is("private")
                                        && !made.is("protected"));
        Optional<JavaAnnotation> none = type.annotation("NoArgsConstructor");
        boolean takesRequired =
                type.isAnnotated("Data") || type.isAnnotated("RequiredArgsConstructor");
        boolean isOtherwise =
                type.isAnnotated("AllArgsConstructor")
                        || type.isAnnotated("Value")
                        || type.isAnnotated("Builder")
                        || (takesRequired
                                && fields(type).stream().anyMatch(MakingReader::isRequired));
        return hasEmpty
                || none.map(MakingReader::isOpen)
                        .orElse(type.constructors().isEmpty() && !isOtherwise);
    }

    private static boolean isRequired(JavaField field) {
        return (field.is("final") || field.annotation("NonNull").isPresent())
                && field.initializer().isEmpty();
    }

    /// The static method that takes the most properties, and nothing else.
    private static Optional<Making> factory(JavaType type, List<Property> properties) {
        return type.methods().stream()
                .filter(method ->
                        method.is("static")
                                && !method.is("private")
                                && !method.is("protected")
                                && !method.parameters().isEmpty()
                                && TypeName.of(method.returnType()).raw().equals(type.name())
                                && method.parameters().stream()
                                        .allMatch(one -> isProperty(one, properties)))
                .max(Comparator.comparingInt(method -> method.parameters().size()))
                .map(method ->
                        new Making.Factory(
                                type.name(),
                                method.name(),
                                names(method.parameters()),
                                standards(type, method)));
    }

    /// The constants that a static method gives the constructor.
    private static Map<String, String> standards(JavaType type, JavaMethod factory) {
        var standards = new HashMap<String, String>();
        for (JavaCall made : factory.creations()) {
            type.constructors().stream()
                    .filter(_ -> made.name().equals(type.name()))
                    .filter(one -> one.parameters().size() == made.arguments().size())
                    .findFirst()
                    .ifPresent(constructor -> {
                        for (int at = 0; at < made.arguments().size(); at++) {
                            String value = made.arguments().get(at);
                            if (value.matches(CONSTANT)) {
                                standards.put(constructor.parameters().get(at).name(), value);
                            }
                        }
                    });
        }
        return standards;
    }

    private static boolean isProperty(JavaParameter parameter, List<Property> properties) {
        return properties.stream()
                .anyMatch(one ->
                        one.name().equals(parameter.name())
                                && one.typeName().isSameAs(TypeName.of(parameter.type())));
    }

    private static List<String> names(List<JavaParameter> parameters) {
        return parameters.stream().map(JavaParameter::name).toList();
    }

    /// How a copy with other values of these properties is made; empty where nothing does it.
    static Optional<Copying> copying(DomainType type, Set<String> changed) {
        Optional<Copying> built =
                BuilderForm.of(type.type().type(), type.properties())
                        .filter(form -> form.copy().isPresent())
                        .filter(form -> form.steps().keySet().containsAll(changed))
                        .map(form ->
                                new Copying.Builder(form.copy().get(), form.steps(), form.end()));
        return built.or(() -> withers(type, changed)).or(() -> anew(type));
    }

    private static Optional<Copying> withers(DomainType type, Set<String> changed) {
        var methods = new LinkedHashMap<String, String>();
        for (Property property : type.properties()) {
            boolean isMeant = changed.contains(property.name());
            Optional<String> wither = isMeant ? wither(type, property) : Optional.empty();
            wither.ifPresent(name -> methods.put(property.name(), name));
        }
        return !changed.isEmpty() && methods.keySet().containsAll(changed)
                ? Optional.of(new Copying.Withers(methods))
                : Optional.empty();
    }

    private static Optional<String> wither(DomainType type, Property property) {
        JavaType own = type.type().type();
        String name =
                "with"
                        + Character.toUpperCase(property.name().charAt(0))
                        + property.name().substring(1);
        boolean isOfLombok =
                own.isAnnotated("With")
                        || own.field(property.name())
                                .flatMap(field -> field.annotation("With"))
                                .isPresent()
                        || own.components().stream()
                                .filter(one -> one.name().equals(property.name()))
                                .anyMatch(one -> one.annotation("With").isPresent());
        boolean isByHand =
                own.methods().stream()
                        .filter(method -> method.name().equals(name))
                        .filter(method -> !method.is("static") && !method.is("private"))
                        .filter(method ->
                                TypeName.of(method.returnType()).raw().equals(type.name()))
                        .filter(method -> method.parameters().size() == 1)
                        .anyMatch(method ->
                                TypeName.of(method.parameters().getFirst().type())
                                        .isSameAs(property.typeName()));
        return isOfLombok || isByHand ? Optional.of(name) : Optional.empty();
    }

    /// Where what makes an object takes all that one has.
    private static Optional<Copying> anew(DomainType type) {
        List<String> taken = type.making().takes();
        Stream<String> held =
                type.isRecord()
                        ? type.properties().stream().map(Property::name)
                        : fields(type.type().type()).stream().map(JavaField::name);
        return type.isFrozen() && !taken.isEmpty() && held.allMatch(taken::contains)
                ? Optional.of(new Copying.Anew(type))
                : Optional.empty();
    }
}
