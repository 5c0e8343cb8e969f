package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.TypeName;

/// What makes an object that has values of its own from the start: a constructor that takes something else than
/// properties as well, or a static method.
final class TestMaker {
    private final DomainType type;

    TestMaker(DomainType type) {
        this.type = type;
    }

    /// The one that takes the most properties.
    Optional<JavaMethod> method() {
        Stream<JavaMethod> constructors =
                type.type().type().constructors().stream()
                        .filter(made -> !made.parameters().isEmpty());
        Stream<JavaMethod> factories =
                type.type().type().methods().stream()
                        .filter(method -> method.is("static") && !method.parameters().isEmpty())
                        .filter(method ->
                                TypeName.of(method.returnType()).raw().equals(type.name()));
        return Stream.concat(constructors, factories)
                .filter(made -> made.is("public"))
                .filter(made -> properties(made) * 2 >= made.parameters().size())
                .max(Comparator.comparingLong(this::properties));
    }

    private long properties(JavaMethod made) {
        return made.parameters().stream()
                .filter(parameter -> property(parameter).isPresent())
                .count();
    }

    private Optional<Property> property(JavaParameter parameter) {
        return type.property(parameter.name())
                .filter(one -> one.typeName().isSameAs(TypeName.of(parameter.type())));
    }

    /// The call; empty where a value cannot be made.
    ///
    /// @param known gets what the properties are given
    Optional<String> call(Function<Property, Optional<String>> values, Map<String, String> known) {
        JavaMethod made = method().orElseThrow();
        var arguments = new ArrayList<String>();
        for (JavaParameter parameter : made.parameters()) {
            Optional<Property> property = property(parameter);
            Property asked =
                    property.orElseGet(() ->
                            new Property(parameter.name(), parameter.type(), "", Optional.empty()));
            Optional<String> value = values.apply(asked);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(value.get());
            property.ifPresent(one -> known.put(one.name(), value.get()));
        }
        String head = made.isConstructor() ? "new " + type.name() : type.name() + "." + made.name();
        return Optional.of(head + "(" + String.join(", ", arguments) + ")");
    }
}
