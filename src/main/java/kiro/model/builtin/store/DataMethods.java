package kiro.model.builtin.store;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;

/// Declares methods of a Spring Data repository, which Spring makes by their names.
final class DataMethods implements StoreWriter {
    private final Sources sources;
    private final Storage storage;
    private final DomainType resource;

    DataMethods(Sources sources, Storage storage) {
        this.sources = sources;
        this.storage = storage;
        this.resource = storage.resource();
    }

    @Override
    public Optional<StoreMethod> method(Operation.Kind kind, String name) {
        return switch (kind) {
            case FIND -> Optional.of(find());
            case LIST -> Optional.of(list());
            case SAVE -> Optional.of(save());
            case DELETE_OBJECT -> Optional.of(delete());
            case DELETE, UPDATE, NEXT_ID -> Optional.empty();
        };
    }

    @Override
    public Optional<StoreMethod> exists(String name, Sought sought) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreMethod> listBy(String name, Property by) {
        return Optional.empty();
    }

    private StoreMethod declared(
            String returned, String name, String parameters, Operation.Result result) {
        String signature = returned + " " + name + "(" + parameters + ")";
        var imports = new TreeSet<>(Words.imports(signature));
        for (String word : signature.split("\\W+")) {
            sources.resolve(word, resource.type().file())
                    .ifPresent(type -> imports.add(type.qualifiedName()));
        }
        return new StoreMethod(
                new StoreMethod.Signature(name, signature, List.of()),
                result,
                storage.owner(),
                Optional.empty(),
                signature + ";",
                List.copyOf(imports),
                Optional.empty());
    }

    private StoreMethod find() {
        Property key = resource.id().orElseThrow();
        String type = resource.isByKey() ? key.type() : key.typeName().boxed();
        return declared(
                "Optional<" + resource.name() + ">",
                "findBy" + Words.upper(key.name()),
                type + " " + key.name(),
                Operation.Result.OPTIONAL);
    }

    private StoreMethod list() {
        return declared(
                "List<" + resource.name() + ">", "findAll", "", Operation.Result.COLLECTION);
    }

    private StoreMethod save() {
        String object = Words.lower(resource.name());
        return declared(
                resource.name(), "save", resource.name() + " " + object, Operation.Result.OBJECT);
    }

    private StoreMethod delete() {
        String object = Words.lower(resource.name());
        return declared("void", "delete", resource.name() + " " + object, Operation.Result.NOTHING);
    }
}
