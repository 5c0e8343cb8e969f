package kiro.model.builtin.store;

import java.util.Optional;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;

/// Writes methods of a store that keeps its objects in a map.
final class MemoryMethods {
    private final Backing.Memory memory;
    private final DomainType resource;
    private final Property key;
    private final Optional<ProjectType> port;

    private final Sources sources;

    MemoryMethods(Sources sources, Storage storage, Backing.Memory memory) {
        this.sources = sources;
        this.memory = memory;
        this.resource = storage.resource();
        this.key = resource.id().orElseThrow();
        this.port =
                storage.owner().qualifiedName().equals(memory.in().qualifiedName())
                        ? Optional.empty()
                        : Optional.of(storage.owner());
    }

    private Drafted draft(
            String returned, String name, String parameters, Operation.Result result) {
        return new Drafted(memory.in(), port, returned, name, parameters, result)
                .in(sources, resource.type().file());
    }

    private String map() {
        return memory.map().name();
    }

    /// Whether the map files its objects under the property by which they are found.
    private boolean isKeyed() {
        return key.equals(resource.ownId().orElseThrow());
    }

    StoreMethod find(String name) {
        Drafted method =
                draft(
                        "Optional<" + resource.name() + ">",
                        name,
                        key.type() + " " + key.name(),
                        Operation.Result.OPTIONAL);
        method.line(
                isKeyed()
                        ? "return Optional.ofNullable(%s.get(%s));".formatted(map(), key.name())
                        : "return %s.values().stream()\n        .filter(one -> %s)\n        .findFirst();"
                                .formatted(map(), same("one", key)));
        return method.done();
    }

    private static String same(String object, Property property) {
        return property.typeName().isPrimitive()
                ? object + property.read() + " == " + property.name()
                : property.name() + ".equals(" + object + property.read() + ")";
    }

    StoreMethod list(String name) {
        Drafted method =
                draft("List<" + resource.name() + ">", name, "", Operation.Result.COLLECTION);
        method.line("return List.copyOf(" + map() + ".values());");
        return method.done();
    }

    StoreMethod listBy(String name, Property by) {
        Drafted method =
                draft(
                        "List<" + resource.name() + ">",
                        name,
                        by.type() + " " + by.name(),
                        Operation.Result.COLLECTION);
        method.line(
                "return %s.values().stream().filter(one -> %s).toList();"
                        .formatted(map(), same("one", by)));
        return method.done();
    }

    Optional<StoreMethod> save(String name) {
        if (!memory.isMutable() || !isKeyed()) {
            return Optional.empty();
        }
        String object = Words.lower(resource.name());
        Drafted method =
                draft("void", name, resource.name() + " " + object, Operation.Result.NOTHING);
        method.line("%s.put(%s, %s);".formatted(map(), object + key.read(), object));
        return Optional.of(method.done());
    }

    Optional<StoreMethod> delete(String name) {
        if (!memory.isMutable()) {
            return Optional.empty();
        }
        Drafted method =
                draft("void", name, key.type() + " " + key.name(), Operation.Result.NOTHING);
        method.line(
                isKeyed()
                        ? "%s.remove(%s);".formatted(map(), key.name())
                        : "%s.values().removeIf(one -> %s);".formatted(map(), same("one", key)));
        return Optional.of(method.done());
    }

    StoreMethod exists(String name, Property by, boolean ignoresCase) {
        Drafted method =
                draft("boolean", name, by.type() + " " + by.name(), Operation.Result.OBJECT);
        method.line(
                "return %s.values().stream().anyMatch(one -> %s);"
                        .formatted(
                                map(),
                                ignoresCase
                                        ? same("one", by).replace(".equals(", ".equalsIgnoreCase(")
                                        : same("one", by)));
        return method.done();
    }
}
