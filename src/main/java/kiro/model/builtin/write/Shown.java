package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.Table;
import kiro.spec.rest.Field;

/// Finds what tells the elements of a list apart where their ids are not shown.
final class Shown {
    private final SpringProject project;

    Shown(SpringProject project) {
        this.project = project;
    }

    /// The place, with a storage whose objects are told apart by what is shown of them.
    Place place(Place given, Wants wants) {
        if (given.action() != Action.LIST) {
            return given;
        }
        Place place = given.ofElements(ListingReader.read(project, given, wants).listing());
        List<String> fields =
                place.endpoint().response().fields().isEmpty()
                        ? new ResponseForms(project)
                                .known(place)
                                .map(ResponseForm::fields)
                                .orElseGet(List::of)
                        : place.endpoint().response().fields().stream().map(Field::name).toList();
        Optional<Property> id = place.resource().id();
        boolean isHidden =
                !fields.isEmpty()
                        && id.filter(property -> fields.contains(property.name())).isEmpty()
                        && fields.stream()
                                .anyMatch(one -> place.resource().property(one).isPresent());
        return isHidden
                ? place.resource().properties().stream()
                        .filter(property -> fields.contains(property.name()))
                        .filter(property -> isOne(place.storage(), property))
                        .findFirst()
                        .map(property -> given.in(given.storage().by(property)))
                        .orElse(given)
                : given;
    }

    /// Whether no two objects have the same value: its column says so, or paths name objects by it.
    private boolean isOne(Storage storage, Property property) {
        boolean isUnique =
                storage.backing() instanceof Backing.Sql sql
                        && sql.column(property).filter(Table.Column::isUnique).isPresent();
        boolean isAnnotated =
                storage.resource()
                        .type()
                        .type()
                        .field(property.name())
                        .flatMap(field -> field.annotation("Column"))
                        .filter(use -> use.arguments().toString().contains("unique=true"))
                        .isPresent();
        return isUnique
                || isAnnotated
                || project.controllers().stream()
                        .flatMap(controller -> controller.mappings().stream())
                        .flatMap(mapping -> Paths.segments(mapping.route().path().value()).stream())
                        .filter(Paths::isParameter)
                        .anyMatch(segment -> Paths.parameter(segment).equals(property.name()));
    }
}
