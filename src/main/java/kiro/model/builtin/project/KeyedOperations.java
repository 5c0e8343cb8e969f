package kiro.model.builtin.project;

import java.util.EnumMap;
import java.util.Map;
import kiro.code.JavaMethod;

/// What a store can do with an object that is named by another property than its id: `findBySlug`.
final class KeyedOperations {
    private KeyedOperations() {}

    static Map<Operation.Kind, Operation> of(ProjectType store, DomainType resource) {
        var operations = new EnumMap<Operation.Kind, Operation>(Operation.Kind.class);
        Property key = resource.id().orElseThrow();
        for (JavaMethod method : store.type().methods()) {
            boolean isByKey =
                    !method.is("private")
                            && !method.is("static")
                            && method.parameters().size() == 1
                            && TypeName.of(method.parameters().getFirst().type())
                                    .isSameAs(key.typeName())
                            && (method.name().matches("(?i)\\w*by" + key.name())
                                    || (method.parameters().getFirst().name().equals(key.name())
                                            && method.name().matches("[a-z]+")));
            if (!isByKey) {
                continue;
            }
            TypeName result = TypeName.of(method.returnType());
            boolean isOne = result.element().raw().equals(resource.name());
            if (isOne && result.raw().equals("Optional")) {
                operations.putIfAbsent(
                        Operation.Kind.FIND,
                        new Operation(method.name(), Operation.Result.OPTIONAL));
            } else if (result.raw().equals(resource.name())
                    && method.name().matches("(find|get|load|by|lookup|fetch)\\w*")) {
                operations.putIfAbsent(
                        Operation.Kind.FIND, new Operation(method.name(), Operation.Result.OBJECT));
            } else if (method.name().matches("(delete|remove)\\w*")) {
                operations.putIfAbsent(
                        Operation.Kind.DELETE,
                        new Operation(method.name(), Operation.Result.NOTHING));
            }
        }
        return operations;
    }
}
