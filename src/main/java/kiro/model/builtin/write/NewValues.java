package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Columns;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;

/// Values of the resources that a test stores which no other one has.
final class NewValues {
    /// How many resources a test class stores at most, in digits.
    private static final int DIGITS = 2;

    private final SpringProject project;
    private final TestCode code;

    NewValues(SpringProject project, TestCode code) {
        this.project = project;
        this.code = code;
    }

    /// Tests of lists store several resources: texts that have to be unique differ.
    void differ(Storage kept, Optional<Property> owner, Map<Property, String> values) {
        for (Property property : kept.resource().properties()) {
            boolean isOther =
                    property.typeName().raw().equals("String")
                            && owner.filter(property::equals).isEmpty()
                            && kept.resource().id().filter(property::equals).isEmpty();
            if (isOther && !values.containsKey(property) && isUnique(kept, property)) {
                values.put(property, text(kept, property));
            }
        }
    }

    /// An expression for a value that is another one each time; empty where none of this type is known.
    Optional<String> differing(Storage kept, Property property) {
        return switch (property.typeName().boxed()) {
            case "String" -> Optional.of(text(kept, property));
            case "Integer" -> Optional.of("1000 + ++" + counter());
            case "Long" -> Optional.of("1000L + ++" + counter());
            case "LocalDate" -> {
                code.imports.add("java.time.LocalDate");
                yield Optional.of("LocalDate.of(2026, 1, 5).plusDays(++" + counter() + ")");
            }
            case "LocalDateTime" -> {
                code.imports.add("java.time.LocalDateTime");
                yield Optional.of(
                        "LocalDateTime.of(2026, 1, 5, 9, 0).plusMinutes(++" + counter() + ")");
            }
            case "Instant" -> {
                code.imports.add("java.time.Instant");
                yield Optional.of(
                        "Instant.parse(\"2026-01-05T09:00:00Z\").plusSeconds(++" + counter() + ")");
            }
            default -> Optional.empty();
        };
    }

    /// A number that is no row's key, as far as the scripts of a project have small ones.
    String key(boolean isInt) {
        if (code.talk().isInThread()) {
            return (isInt ? "1000 + ++" : "1000L + ++") + counter();
        }
        return isInt ? "(int) (System.nanoTime() % Integer.MAX_VALUE)" : "System.nanoTime()";
    }

    private String counter() {
        code.fields.put("lastId", "int");
        return "lastId";
    }

    /// A text that nothing else of the storage has.
    String text(Storage kept, Property property) {
        if (!code.talk().isInThread()) {
            return anew(kept, property);
        }
        code.fields.put("lastText", "int");
        String start = "some-" + Names.words(property.name()).replace(' ', '-') + "-";
        int room =
                new Columns(project.sources())
                        .of(kept.resource().type(), property)
                        .map(column -> Math.max(0, column.length() - DIGITS))
                        .orElse(start.length());
        return Constraints.literal(start.substring(0, Math.min(room, start.length())))
                + " + ++lastText";
    }

    /// A text that no run of the tests has had, where nothing takes back what they store.
    private String anew(Storage kept, Property property) {
        code.imports.add("java.util.UUID");
        int room =
                new Columns(project.sources())
                        .of(kept.resource().type(), property)
                        .map(column -> Math.min(13, column.length()))
                        .orElse(13);
        return "UUID.randomUUID().toString().substring(0, " + room + ")";
    }

    /// Whether the storage's table keeps apart what has the same values.
    static boolean areKeptApart(Storage kept) {
        return kept.resource().properties().stream().anyMatch(one -> isUniqueColumn(kept, one));
    }

    private static boolean isUniqueColumn(Storage kept, Property property) {
        return kept.backing() instanceof Backing.Sql sql
                && sql.column(property)
                        .filter(column -> column.isUnique() && !column.isKey())
                        .isPresent();
    }

    /// Whether a column says so, or the storage finds one resource by it.
    private static boolean isUnique(Storage kept, Property property) {
        boolean isSaid =
                kept.resource()
                        .type()
                        .type()
                        .field(property.name())
                        .flatMap(field -> field.annotation("Column"))
                        .filter(column ->
                                column.toString().replace(" ", "").contains("unique=true"))
                        .isPresent();
        String finder = "(find|exists|get)\\w*[Bb]y" + Names.upper(property.name());
        return isSaid
                || isUniqueColumn(kept, property)
                || kept.owner().type().methods().stream()
                        .filter(method -> method.name().matches(finder))
                        .anyMatch(method ->
                                method.returnType().startsWith("Optional")
                                        || method.returnType().equals("boolean"));
    }

    /// Whether a store of the project's own gives an id to an object that has none.
    private boolean givesIds(Storage kept) {
        String save = kept.operation(Operation.Kind.SAVE).map(Operation::method).orElse("");
        String read = Pattern.quote(kept.resource().id().orElseThrow().read());
        return project.sources().types().stream()
                .filter(type ->
                        type.qualifiedName().equals(kept.owner().qualifiedName())
                                || type.type().supertypes().stream()
                                        .anyMatch(name ->
                                                TypeName.of(name)
                                                        .raw()
                                                        .equals(kept.owner().name())))
                .flatMap(type -> type.type().methods().stream())
                .filter(method -> method.name().equals(save))
                .flatMap(method -> method.body().stream())
                .anyMatch(body -> body.matches("(?s).*" + read + "\\s*==\\s*(null|0L?)\\b.*"));
    }

    /// The expression for the id of a new resource; empty where storing gives it.
    Optional<String> id(Storage kept, String bean) {
        if (kept.givesIds() || givesIds(kept)) {
            return Optional.empty();
        }
        var storage = new StorageCode(kept, bean);
        if (storage.can(Operation.Kind.NEXT_ID)) {
            return Optional.of(storage.call(Operation.Kind.NEXT_ID, ""));
        }
        var imports = new ArrayList<String>();
        Optional<String> wrapped =
                WrappedId.of(project.sources(), kept.resource()).flatMap(one -> one.anew(imports));
        code.imports.addAll(imports);
        if (wrapped.isPresent()) {
            return wrapped;
        }
        return switch (kept.resource().id().orElseThrow().typeName().boxed()) {
            case "UUID" -> {
                code.imports.add("java.util.UUID");
                yield Optional.of("UUID.randomUUID()");
            }
            case "String" -> {
                code.imports.add("java.util.UUID");
                // Columns for ids can be short.
                int room =
                        new Columns(project.sources())
                                .of(kept.resource().type(), kept.resource().id().orElseThrow())
                                .map(column -> Math.min(13, column.length()))
                                .orElse(13);
                yield Optional.of("UUID.randomUUID().toString().substring(0, " + room + ")");
            }
            case "Long", "Integer" -> {
                code.fields.put("lastId", "int");
                yield Optional.of(
                        kept.resource().id().orElseThrow().typeName().boxed().equals("Long")
                                ? "1000L + ++lastId"
                                : "1000 + ++lastId");
            }
            default -> Optional.empty();
        };
    }
}
