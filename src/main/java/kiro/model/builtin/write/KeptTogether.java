package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaField;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.Table;
import kiro.model.builtin.project.Tables;

/// Knows which properties no two resources have the same values of together: by keys of several columns, by unique
/// constraints of scripts and of entities.
final class KeptTogether {
    private static final Pattern NAMES =
            Pattern.compile("columnNames\\s*=\\s*(?:\\{([^}]*)}|\"[^\"]*\")");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final SpringProject project;

    KeptTogether(SpringProject project) {
        this.project = project;
    }

    /// The properties that tests let differ, one of each that are kept together: the one that is freest.
    ///
    /// @param owner differs only where nothing else can
    /// @param canDiffer whether a test can give a property another value each time
    Set<Property> differing(Storage kept, Optional<Property> owner, Predicate<Property> canDiffer) {
        var differing = new LinkedHashSet<Property>();
        for (List<Property> together : of(kept)) {
            if (together.stream().noneMatch(differing::contains)) {
                together.stream()
                        .filter(canDiffer)
                        .min(
                                Comparator.comparing((Property one) ->
                                                owner.filter(one::equals).isPresent())
                                        .thenComparingInt(KeptTogether::weight))
                        .ifPresent(differing::add);
            }
        }
        return differing;
    }

    /// Texts are the easiest to make anew, then what is counted; the rest takes another row.
    private static int weight(Property property) {
        return switch (property.typeName().boxed()) {
            case "String" -> 0;
            case "LocalDate", "Instant", "LocalDateTime" -> 1;
            case "Integer", "Short" -> 2;
            default -> 3;
        };
    }

    private List<List<Property>> of(Storage kept) {
        var all = new ArrayList<List<Property>>();
        Stream.concat(scripted(kept).stream(), annotated(kept).stream())
                .map(columns ->
                        columns.stream().flatMap(name -> property(kept, name).stream()).toList())
                .filter(properties -> !properties.isEmpty())
                .forEach(all::add);
        return all.stream().distinct().toList();
    }

    private List<List<String>> scripted(Storage kept) {
        if (kept.backing() instanceof Backing.Sql sql) {
            return sql.table().together();
        }
        var tables = Tables.read(project.sources());
        return StoredTables.names(kept).stream()
                .flatMap(name -> tables.named(name).stream())
                .map(Table::together)
                .findFirst()
                .orElse(List.of());
    }

    private static List<List<String>> annotated(Storage kept) {
        return kept.resource().type().type().annotation("Table").stream()
                .flatMap(table -> table.argument("uniqueConstraints").stream())
                .flatMap(text -> NAMES.matcher(text).results())
                .map(MatchResult::group)
                .map(names -> QUOTED.matcher(names).results().map(one -> one.group(1)).toList())
                .filter(names -> names.size() > 1)
                .toList();
    }

    private static Optional<Property> property(Storage kept, String column) {
        return kept.resource().properties().stream()
                .filter(property -> isKeptIn(kept, property, column))
                .findFirst();
    }

    private static boolean isKeptIn(Storage kept, Property property, String column) {
        if (kept.backing() instanceof Backing.Sql sql) {
            return sql.column(property).filter(one -> one.name().equals(column)).isPresent();
        }
        Optional<JavaField> field = kept.resource().type().type().field(property.name());
        Optional<String> said =
                Stream.of("Column", "JoinColumn")
                        .flatMap(name ->
                                field.stream().flatMap(one -> one.annotation(name).stream()))
                        .flatMap(use -> use.argument("name").stream())
                        .findFirst();
        String name = plain(property.name());
        return said.map(one -> plain(one).equals(plain(column)))
                .orElse(name.equals(plain(column)) || (name + "id").equals(plain(column)));
    }

    private static String plain(String name) {
        return name.replaceAll("[\"_]", "").toLowerCase(java.util.Locale.ROOT);
    }
}
