package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.code.JavaAnnotation;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;

/// The builder of a type: written by hand inside of it, or made by Lombok's `@Builder`.
///
/// @param start what makes an empty one, without its arguments; empty where nothing that is open does
/// @param required the properties that an empty one is made with
/// @param copy what makes one with the values of an object, with `%s` for it
/// @param standards what it gives properties by itself
record BuilderForm(
        Optional<String> start,
        List<String> required,
        Optional<String> copy,
        SequencedMap<String, String> steps,
        String end,
        Map<String, String> standards) {

    static Optional<BuilderForm> of(JavaType type, List<Property> properties) {
        return ofLombok(type, properties).or(() -> byHand(type, properties));
    }

    private static Optional<BuilderForm> ofLombok(JavaType type, List<Property> properties) {
        Optional<JavaMethod> constructor =
                type.constructors().stream().filter(one -> one.isAnnotated("Builder")).findFirst();
        Optional<JavaAnnotation> use =
                type.annotation("Builder")
                        .or(() -> type.annotation("SuperBuilder"))
                        .or(() -> constructor.flatMap(one -> one.annotation("Builder")));
        if (use.isEmpty()) {
            return Optional.empty();
        }
        String prefix = text(use.get(), "setterPrefix").orElse("");
        var steps = new LinkedHashMap<String, String>();
        for (Property property : properties) {
            boolean isTaken =
                    constructor
                            .map(one ->
                                    one.parameters().stream()
                                            .anyMatch(
                                                    taken -> taken.name().equals(property.name())))
                            .orElseGet(() -> isOpen(type, property));
            if (isTaken) {
                steps.put(property.name(), step(prefix, property.name()));
            }
        }
        String start = type.name() + "." + text(use.get(), "builderMethodName").orElse("builder");
        boolean copies =
                use.get().argument("toBuilder").filter(value -> value.equals("true")).isPresent();
        return Optional.of(
                new BuilderForm(
                        Optional.of(start),
                        List.of(),
                        copies ? Optional.of("%s.toBuilder()") : Optional.empty(),
                        steps,
                        text(use.get(), "buildMethodName").orElse("build"),
                        standards(type, true)));
    }

    private static String step(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + upper(name);
    }

    /// Whether Lombok's builder takes a property: all but what is final and has its value already.
    private static boolean isOpen(JavaType type, Property property) {
        return type.field(property.name())
                .filter(field ->
                        field.is("final")
                                && field.initializer().isPresent()
                                && field.annotation("Default").isEmpty())
                .isEmpty();
    }

    private static Optional<String> text(JavaAnnotation use, String element) {
        return use.argument(element)
                .map(value -> value.replace("\"", "").strip())
                .filter(value -> !value.isEmpty());
    }

    /// @param areMarked whether only fields that are marked so begin with a value
    private static Map<String, String> standards(JavaType type, boolean areMarked) {
        var standards = new LinkedHashMap<String, String>();
        for (JavaField field : type.fields()) {
            boolean isMeant =
                    !field.is("static")
                            && (!areMarked
                                    || field.annotation("Default").isPresent()
                                    || field.annotation("Builder.Default").isPresent());
            if (isMeant) {
                field.initializer().ifPresent(value -> standards.put(field.name(), value));
            }
        }
        return standards;
    }

    private static Optional<BuilderForm> byHand(JavaType type, List<Property> properties) {
        for (JavaType builder : type.nested()) {
            Optional<JavaMethod> end =
                    builder.methods().stream()
                            .filter(method ->
                                    method.parameters().isEmpty()
                                            && !method.is("static")
                                            && isOpen(method)
                                            && isOf(method.returnType(), type))
                            .findFirst();
            SequencedMap<String, String> steps = steps(builder, properties);
            if (end.isPresent() && !steps.isEmpty()) {
                Optional<JavaMethod> start = start(type, builder, properties);
                return Optional.of(
                        new BuilderForm(
                                start.map(method -> called(method, type, builder))
                                        .or(() -> constructed(type, builder)),
                                start.map(BuilderForm::names).orElse(List.of()),
                                copy(type, builder),
                                steps,
                                end.get().name(),
                                standards(builder, false)));
            }
        }
        return Optional.empty();
    }

    private static SequencedMap<String, String> steps(JavaType builder, List<Property> properties) {
        var steps = new LinkedHashMap<String, String>();
        for (Property property : properties) {
            String name = property.name();
            builder.methods().stream()
                    .filter(method ->
                            isOpen(method)
                                    && !method.is("static")
                                    && method.parameters().size() == 1
                                    && isOf(method.returnType(), builder)
                                    && takes(method.parameters().getFirst(), property))
                    .map(JavaMethod::name)
                    .filter(step ->
                            List.of(name, "with" + upper(name), "set" + upper(name)).contains(step))
                    .findFirst()
                    .ifPresent(step -> steps.put(name, step));
        }
        return steps;
    }

    private static boolean takes(JavaParameter parameter, Property property) {
        return TypeName.of(parameter.type()).isSameAs(property.typeName());
    }

    /// The static method that answers an empty builder, with as few arguments as there is one.
    private static Optional<JavaMethod> start(
            JavaType type, JavaType builder, List<Property> properties) {
        return type.methods().stream()
                .filter(method ->
                        method.is("static")
                                && isOpen(method)
                                && isOf(method.returnType(), builder)
                                && method.parameters().stream()
                                        .allMatch(one -> isProperty(one, properties)))
                .min(java.util.Comparator.comparingInt(method -> method.parameters().size()));
    }

    private static boolean isProperty(JavaParameter parameter, List<Property> properties) {
        return properties.stream()
                .anyMatch(property ->
                        property.name().equals(parameter.name()) && takes(parameter, property));
    }

    private static List<String> names(JavaMethod method) {
        return method.parameters().stream().map(JavaParameter::name).toList();
    }

    private static String called(JavaMethod method, JavaType type, JavaType builder) {
        boolean isOfType = type.methods().contains(method);
        return (isOfType ? type.name() : type.name() + "." + builder.name()) + "." + method.name();
    }

    private static Optional<String> constructed(JavaType type, JavaType builder) {
        boolean isEmpty =
                builder.constructors().isEmpty()
                        || builder.constructors().stream()
                                .anyMatch(one -> one.parameters().isEmpty() && isOpen(one));
        return isEmpty && builder.is("static") && !builder.is("private")
                ? Optional.of("new " + type.name() + "." + builder.name())
                : Optional.empty();
    }

    /// What makes a builder of an object: the object itself, a static method that takes it, a constructor.
    private static Optional<String> copy(JavaType type, JavaType builder) {
        String inner = type.name() + "." + builder.name();
        var found = new ArrayList<String>();
        for (JavaMethod method : type.methods()) {
            boolean answers = isOpen(method) && isOf(method.returnType(), builder);
            if (answers && !method.is("static") && method.parameters().isEmpty()) {
                found.addFirst("%s." + method.name() + "()");
            } else if (answers && method.is("static") && takesOne(method, type)) {
                found.add(type.name() + "." + method.name() + "(%s)");
            }
        }
        for (JavaMethod method : builder.methods()) {
            boolean answers = isOpen(method) && isOf(method.returnType(), builder);
            if (answers && method.is("static") && takesOne(method, type)) {
                found.add(inner + "." + method.name() + "(%s)");
            }
        }
        boolean isConstructed =
                builder.constructors().stream().anyMatch(one -> isOpen(one) && takesOne(one, type));
        if (isConstructed) {
            found.add("new " + inner + "(%s)");
        }
        return found.stream().findFirst();
    }

    private static boolean takesOne(JavaMethod method, JavaType type) {
        return method.parameters().size() == 1 && isOf(method.parameters().getFirst().type(), type);
    }

    private static boolean isOf(String name, JavaType type) {
        return TypeName.of(name).raw().equals(type.name());
    }

    private static boolean isOpen(JavaMethod method) {
        return !method.is("private") && !method.is("protected");
    }

    private static String upper(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
