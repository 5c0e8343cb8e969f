package kiro.model.builtin.store;

import java.util.Optional;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;

/// Writes methods of a store that keeps its objects in a map.
final class MemoryMethods implements StoreWriter {
    private final Backing.Memory memory;
    private final Drafts drafts;
    private final Property key;

    MemoryMethods(Drafts drafts, Backing.Memory memory) {
        this.drafts = drafts;
        this.memory = memory;
        this.key = drafts.key();
    }

    @Override
    public Optional<StoreMethod> method(Operation.Kind kind, String name) {
        return switch (kind) {
            case FIND -> Optional.of(find(name));
            case LIST -> Optional.of(list(name));
            case SAVE, UPDATE -> save(name);
            case DELETE -> delete(name);
            case DELETE_OBJECT, NEXT_ID -> Optional.empty();
        };
    }

    private String map() {
        return memory.map().name();
    }

    private static String same(String object, Property property) {
        return property.typeName().isPrimitive()
                ? object + property.read() + " == " + property.name()
                : property.name() + ".equals(" + object + property.read() + ")";
    }

    private StoreMethod find(String name) {
        Drafted method = drafts.one(name);
        method.line(
                drafts.isKeyed()
                        ? "return Optional.ofNullable(%s.get(%s));".formatted(map(), key.name())
                        : "return %s.values().stream()\n        .filter(one -> %s)\n        .findFirst();"
                                .formatted(map(), same("one", key)));
        return method.done();
    }

    private StoreMethod list(String name) {
        Drafted method = drafts.all(name);
        method.line("return List.copyOf(" + map() + ".values());");
        return method.done();
    }

    @Override
    public Optional<StoreMethod> listBy(String name, Property by) {
        Drafted method = drafts.allWith(name, by);
        method.line(
                "return %s.values().stream().filter(one -> %s).toList();"
                        .formatted(map(), same("one", by)));
        return Optional.of(method.done());
    }

    private Optional<StoreMethod> save(String name) {
        if (!memory.isMutable() || !drafts.isKeyed()) {
            return Optional.empty();
        }
        Drafted method = drafts.taking(name);
        method.line(
                "%s.put(%s, %s);".formatted(map(), drafts.object() + key.read(), drafts.object()));
        return Optional.of(method.done());
    }

    private Optional<StoreMethod> delete(String name) {
        if (!memory.isMutable()) {
            return Optional.empty();
        }
        Drafted method = drafts.takingValue(name, key);
        method.line(
                drafts.isKeyed()
                        ? "%s.remove(%s);".formatted(map(), key.name())
                        : "%s.values().removeIf(one -> %s);".formatted(map(), same("one", key)));
        return Optional.of(method.done());
    }

    @Override
    public Optional<StoreMethod> exists(String name, Sought sought) {
        Drafted method = drafts.test(name, sought);
        String same = same("one", sought.by());
        String test = sought.ignoresCase() ? same.replace(".equals(", ".equalsIgnoreCase(") : same;
        method.line(
                "return %s.values().stream().anyMatch(one -> %s%s);"
                        .formatted(
                                map(),
                                sought.exceptOne() ? other("one", drafts.own()) + " && " : "",
                                test));
        return Optional.of(method.done());
    }

    private static String other(String object, Property id) {
        String same = same(object, id);
        return same.contains(" == ") ? same.replace(" == ", " != ") : "!" + same;
    }
}
