package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kiro.model.builtin.ground.Renaming;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// Tells what the table of a storage may be called: by its SQL, by its annotation, by the name of what it keeps.
final class StoredTables {
    private StoredTables() {}

    /// Whether nothing of the project's own makes tables, and what is kept are entities.
    static boolean areMadeByHibernate(SpringProject project, Storage storage) {
        Optional<String> setting = project.settings().value("spring.jpa.hibernate.ddl-auto");
        boolean hasOther = project.pom().has("flyway") || project.pom().has("liquibase");
        return storage.resource().type().type().isAnnotated("Entity")
                && setting.map(value -> value.matches("create|create-drop|update"))
                        .orElse(!hasOther);
    }

    static List<String> names(Storage storage) {
        if (storage.backing() instanceof Backing.Sql sql) {
            return List.of(sql.table().name());
        }
        Set<String> names = new LinkedHashSet<>();
        storage.resource()
                .type()
                .type()
                .annotation("Table")
                .flatMap(use -> use.argument("name").or(() -> use.argument("value")))
                .map(text -> text.replace("\"", "").toLowerCase(Locale.ROOT))
                .ifPresent(names::add);
        String noun = Layout.noun(storage);
        names.add(Renaming.snake(storage.resource().name()));
        names.add(Renaming.snake(noun));
        names.add(Renaming.snake(Names.plural(noun)));
        return List.copyOf(names);
    }
}
