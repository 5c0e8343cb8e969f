package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.store.StoreGrowth;

/// Gives a storage what an endpoint needs of it: methods that it lacks and that can be written, and the property by
/// which the path names what it keeps.
final class Growing {
    private final StoreGrowth growth;

    Growing(SpringProject project) {
        this.growth = new StoreGrowth(project.sources(), project.storages());
    }

    /// @param path the endpoint's path
    Storage grown(Storage storage, Action action, String path) {
        Storage keyed = action.hasId() ? keyed(storage, parameter(path)) : storage;
        return growth.grown(keyed, needs(keyed, action));
    }

    /// The storage of what another one belongs to, which is found alone.
    Storage parent(Storage storage, String parameter) {
        return growth.grown(keyed(storage, parameter), List.of(Operation.Kind.FIND));
    }

    /// A path that has `{slug}` names objects by their slug, where they have one.
    private static Storage keyed(Storage storage, String parameter) {
        String name = Names.camel(parameter);
        String type = Names.lower(storage.resource().name());
        String bare =
                name.startsWith(type) && name.length() > type.length()
                        ? Names.lower(name.substring(type.length()))
                        : name;
        Optional<Property> id = storage.resource().id();
        Optional<Property> property =
                storage.resource().property(name).or(() -> storage.resource().property(bare));
        boolean isOther =
                !bare.equals("id")
                        && property.filter(one -> id.filter(one::equals).isEmpty()).isPresent()
                        && storage.kind() != Storage.Kind.MAP;
        return isOther ? storage.by(property.orElseThrow()) : storage;
    }

    private static String parameter(String path) {
        return Paths.segments(path).reversed().stream()
                .filter(Paths::isParameter)
                .map(Paths::parameter)
                .findFirst()
                .orElse("id");
    }

    private static List<Operation.Kind> needs(Storage storage, Action action) {
        var kinds = new ArrayList<Operation.Kind>();
        if (action.hasId()) {
            kinds.add(Operation.Kind.FIND);
        }
        switch (action) {
            case READ -> {
                // Finding is all.
            }
            case LIST -> kinds.add(Operation.Kind.LIST);
            case CREATE -> kinds.add(Operation.Kind.SAVE);
            case REPLACE, CHANGE, ACT -> {
                boolean canSave = storage.operation(Operation.Kind.SAVE).isPresent();
                if (!canSave || !storage.replaces()) {
                    kinds.add(Operation.Kind.UPDATE);
                    kinds.addAll(canSave ? List.of() : List.of(Operation.Kind.SAVE));
                }
            }
            case DELETE -> {
                if (storage.operation(Operation.Kind.DELETE_OBJECT).isEmpty()) {
                    kinds.add(Operation.Kind.DELETE);
                    kinds.add(Operation.Kind.DELETE_OBJECT);
                }
            }
        }
        return kinds;
    }
}
