package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// Stores for a test what belongs to a resource.
final class DependentStock {
    private final Workshop workshop;
    private final SpringProject project;
    private final Place place;
    private final TestCode code;
    private final Upkeep upkeep;

    DependentStock(Workshop workshop, Place place, TestCode code, Upkeep upkeep) {
        this.workshop = workshop;
        this.project = workshop.project();
        this.place = place;
        this.code = code;
        this.upkeep = upkeep;
    }

    /// Statements that store one; empty where none can be made.
    Optional<List<String>> stored(Given given, String nouns) {
        return new DependentsWriter(workshop)
                .find(place, nouns)
                .flatMap(found -> stored(given, upkeep.seen(found.storage()), found.link()));
    }

    private Optional<List<String>> stored(Given given, Storage storage, Property link) {
        boolean isReachable =
                storage.kind() != Storage.Kind.MAP
                        && upkeep.isVisible(storage.owner())
                        && upkeep.isVisible(storage.resource().type());
        boolean canSave = storage.operation(Operation.Kind.SAVE).isPresent();
        String variable = Names.variable(storage.resource().name());
        String bean = Names.lower(Names.plural(storage.resource().name()));
        Optional<TestObjects.Made> made =
                new TestObjects(project.sources(), code.imports)
                        .make(
                                storage.resource(),
                                variable,
                                new NewValues(project, code).id(storage, bean),
                                Optional.empty(),
                                Map.of(link, linked(given, link)));
        if (!isReachable || made.isEmpty() || !(canSave || StoredCode.canPut(storage))) {
            return Optional.empty();
        }
        code.bean(bean, storage.owner().name(), storage.owner().qualifiedName());
        var lines = new ArrayList<String>();
        if (canSave) {
            lines.addAll(made.get().lines());
            lines.add(new StorageCode(storage, bean).save(Operation.Kind.SAVE, "", variable) + ";");
        } else {
            lines.add(new StoredCode(project, storage, bean, code).put(made.get()) + ";");
        }
        return Optional.of(lines);
    }

    /// What is stored has the resource itself, or its id.
    private String linked(Given given, Property link) {
        String object = given.id().replaceFirst("\\..*", "");
        if (link.type().equals(place.resource().name())) {
            return object;
        }
        return place.resource().isByKey()
                ? object + place.resource().ownId().orElseThrow().read()
                : given.id();
    }
}
