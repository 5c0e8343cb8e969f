package kiro.model.builtin.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaCall;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.MadeObject;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;

/// Finds an object that a store has from the start, for tests that can store none.
final class FromStart {
    private final Place place;

    FromStart(Place place) {
        this.place = place;
    }

    /// @param bean the test class's name for the storage
    /// @param owner the expression for the id of the user whose it has to be
    Optional<Given> given(Sources sources, String bean, Optional<String> owner) {
        Storage storage = place.storage();
        boolean isWrapped = WrappedId.of(sources, storage.resource()).isPresent();
        if (isWrapped || !(storage.backing() instanceof Backing.Memory memory)) {
            return Optional.empty();
        }
        return memory.map().creations().stream()
                .filter(made -> made.name().equals(place.resource().name()))
                .map(made -> values(place.resource(), made))
                .filter(values -> isOf(values, owner))
                .map(values -> given(values, bean))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// The values that are written out, by property.
    private static Map<String, String> values(DomainType type, JavaCall made) {
        var values = new HashMap<String, String>();
        for (MadeObject object : MadeObject.in(List.of(made), type)) {
            object.values()
                    .forEach((property, argument) -> {
                        if (argument.matches("\"[^\"]*\"|-?\\d+L?|true|false")) {
                            values.put(property, argument);
                        }
                    });
        }
        return values;
    }

    private boolean isOf(Map<String, String> values, Optional<String> owner) {
        Optional<Property> held = place.owner().flatMap(Owner::compared);
        return held.isEmpty()
                || owner.filter(id -> id.equals(values.get(held.get().name()))).isPresent();
    }

    private Optional<Given> given(Map<String, String> values, String bean) {
        Property key = place.resource().id().orElseThrow();
        String id = values.get(key.name());
        Optional<Operation> find = place.storage().operation(Operation.Kind.FIND);
        boolean isListed = find.isEmpty() && place.action() == Action.LIST;
        if (id == null || (find.isEmpty() && !isListed)) {
            return Optional.empty();
        }
        String type = place.resource().name();
        String variable = Names.variable(type);
        String end =
                find.filter(one -> one.result() == Operation.Result.OPTIONAL).isPresent()
                        ? ".orElseThrow()"
                        : "";
        return isListed
                ? Optional.of(new Given(List.of(), id, values))
                : Optional.of(
                        new Given(
                                List.of(
                                        "%s %s = %s.%s(%s)%s;"
                                                .formatted(
                                                        type,
                                                        variable,
                                                        bean,
                                                        find.get().method(),
                                                        id,
                                                        end)),
                                variable + key.read(),
                                values));
    }
}
