package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.Table;
import kiro.model.builtin.project.Tables;
import kiro.model.builtin.project.TypeName;

/// Writes the statements that leave nothing stored of a resource: what refers to it goes before.
final class Emptying {
    /// How far what refers is followed; rows that refer to each other end there.
    private static final int DEPTH = 6;

    private final SpringProject project;
    private final Storage storage;
    private final TestCode code;
    private final Upkeep upkeep;

    Emptying(SpringProject project, Storage storage, TestCode code, Upkeep upkeep) {
        this.project = project;
        this.storage = storage;
        this.code = code;
        this.upkeep = upkeep;
    }

    /// Empty where a test cannot do that.
    Optional<List<String>> statements() {
        Optional<Table> table = table();
        if (table.isPresent()) {
            SequencedSet<String> names = new LinkedHashSet<>();
            return byTable(table.get(), names, DEPTH)
                    ? Optional.of(deleted(names))
                    : Optional.empty();
        }
        SequencedSet<Storage> storages = new LinkedHashSet<>();
        return storage.kind() == Storage.Kind.REPOSITORY
                ? byRepository(storage, storages, DEPTH)
                        ? Optional.of(storages.stream().map(this::all).toList())
                        : Optional.empty()
                : oneByOne();
    }

    /// The table of the scripts, where these make one.
    private Optional<Table> table() {
        if (storage.backing() instanceof Backing.Sql sql) {
            return Optional.of(sql.table());
        }
        if (storage.kind() != Storage.Kind.REPOSITORY) {
            return Optional.empty();
        }
        var tables = Tables.read(project.sources());
        return StoredTables.names(storage).stream()
                .flatMap(name -> tables.named(name).stream())
                .findFirst();
    }

    /// Whether rows can be deleted without any that refer to them: those of other tables before.
    private boolean byTable(Table table, SequencedSet<String> names, int depth) {
        for (Table other : Tables.read(project.sources()).referring(table)) {
            boolean isOpen = !other.name().equals(table.name()) && !names.contains(other.name());
            if (isOpen && (depth == 0 || !byTable(other, names, depth - 1))) {
                return false;
            }
        }
        names.add(table.name());
        return true;
    }

    private List<String> deleted(Set<String> names) {
        code.bean("jdbc", "JdbcTemplate", "org.springframework.jdbc.core.JdbcTemplate");
        return names.stream().map(name -> "jdbc.update(\"delete from " + name + "\");").toList();
    }

    /// Whether all entities that refer to these have a repository that a test can use.
    private boolean byRepository(Storage of, SequencedSet<Storage> found, int depth) {
        for (ProjectType type : project.sources().types()) {
            boolean refers =
                    type.type().isAnnotated("Entity")
                            && !type.qualifiedName().equals(of.resource().type().qualifiedName())
                            && DomainType.of(type).properties().stream()
                                    .map(Property::typeName)
                                    .map(TypeName::raw)
                                    .anyMatch(of.resource().name()::equals);
            if (!refers) {
                continue;
            }
            Optional<Storage> other =
                    project.storages().stream()
                            .filter(one -> one.kind() == Storage.Kind.REPOSITORY)
                            .filter(one ->
                                    one.resource()
                                            .type()
                                            .qualifiedName()
                                            .equals(type.qualifiedName()))
                            .findFirst();
            boolean isKnown =
                    other.isPresent()
                            && upkeep.isVisible(other.get().owner())
                            && (found.contains(other.get())
                                    || (depth > 0 && byRepository(other.get(), found, depth - 1)));
            if (!isKnown) {
                return false;
            }
        }
        found.add(of);
        return true;
    }

    private String all(Storage of) {
        if (of.equals(storage)) {
            return upkeep.bean() + ".deleteAll();";
        }
        String bean = Names.lower(Names.plural(of.resource().name()));
        code.bean(bean, of.owner().name(), of.owner().qualifiedName());
        return bean + ".deleteAll();";
    }

    private Optional<List<String>> oneByOne() {
        boolean canList =
                storage.operation(Operation.Kind.LIST)
                        .filter(all -> all.result() == Operation.Result.COLLECTION)
                        .isPresent();
        boolean byObject = storage.operation(Operation.Kind.DELETE_OBJECT).isPresent();
        boolean byId = storage.operation(Operation.Kind.DELETE).isPresent();
        if (!canList || !(byObject || byId)) {
            return Optional.empty();
        }
        var calls = new StorageCode(storage, upkeep.bean());
        code.imports.add("java.util.List");
        var lines = new ArrayList<String>();
        lines.add(
                "List.copyOf(%s).forEach(one -> %s);"
                        .formatted(
                                calls.call(Operation.Kind.LIST, ""),
                                byObject
                                        ? calls.call(Operation.Kind.DELETE_OBJECT, "one")
                                        : calls.call(
                                                Operation.Kind.DELETE,
                                                "one"
                                                        + storage.resource()
                                                                .id()
                                                                .orElseThrow()
                                                                .read())));
        return Optional.of(lines);
    }
}
