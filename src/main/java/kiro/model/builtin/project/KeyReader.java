package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaMethod;

/// Finds the property by which a store tells its objects apart: the one that its finders take, or that it files
/// them under.
final class KeyReader {
    private static final String FINDERS =
            "(find|get|load|lookup|fetch|by|require|read|show|one|of|the|need|existing)\\w*";
    private static final Pattern FILED =
            Pattern.compile("\\.(?:put|putIfAbsent|replace)\\(\\s*\\w+\\.(\\w+)\\(\\)\\s*,");

    private final ProjectType store;

    KeyReader(ProjectType store) {
        this.store = store;
    }

    /// @param type the type of the keys, where it is known
    Optional<String> of(ProjectType resource, Optional<TypeName> type) {
        DomainType domain = DomainType.of(resource);
        return asked(domain)
                .or(() -> filed(domain))
                .filter(property ->
                        type.filter(one -> !one.isSameAs(property.typeName())).isEmpty())
                .or(() -> type.flatMap(one -> only(domain, one)))
                .map(Property::name);
    }

    /// The property that the parameter of a finder is called after.
    private Optional<Property> asked(DomainType domain) {
        for (JavaMethod method : store.type().methods()) {
            TypeName result = TypeName.of(method.returnType());
            boolean isOne = result.raw().equals("Optional") || result.raw().equals(domain.name());
            boolean finds =
                    method.name().matches(FINDERS)
                            && !method.parameters().isEmpty()
                            && isOne
                            && result.element().raw().equals(domain.name());
            if (finds) {
                Optional<Property> property =
                        domain.property(method.parameters().getFirst().name());
                if (property.isPresent()) {
                    return property;
                }
            }
        }
        return Optional.empty();
    }

    /// The property under whose value the store's own code files an object.
    private Optional<Property> filed(DomainType domain) {
        for (JavaMethod method : store.type().methods()) {
            Matcher filed = FILED.matcher(method.body().orElse(""));
            while (filed.find()) {
                String read = "." + filed.group(1) + "()";
                Optional<Property> property =
                        domain.properties().stream()
                                .filter(one -> one.read().equals(read))
                                .findFirst();
                if (property.isPresent()) {
                    return property;
                }
            }
        }
        return Optional.empty();
    }

    /// The only property that has the keys' type.
    private static Optional<Property> only(DomainType domain, TypeName type) {
        List<Property> found =
                domain.properties().stream().filter(one -> one.typeName().isSameAs(type)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
