package kiro.model.builtin.write;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;

/// Finds what a storage does not keep of an object that it stores: its own statement leaves the column out, so that what is
/// there later has none.
final class Unsaved {
    private static final Pattern INSERT =
            Pattern.compile("(?is)\\binsert\\s+into\\s+\\w+\\s*\\(([\\w\\s,\"`]*)\\)");

    private Unsaved() {}

    static List<Property> of(Storage storage) {
        if (!(storage.backing() instanceof Backing.Sql sql)) {
            return List.of();
        }
        List<String> columns =
                storage.operation(Operation.Kind.SAVE).stream()
                        .filter(Operation::isThere)
                        .flatMap(save -> storage.owner().type().method(save.method()).stream())
                        .flatMap(Unsaved::columns)
                        .toList();
        return columns.isEmpty()
                ? List.of()
                : storage.resource().properties().stream()
                        .filter(property -> !property.typeName().isPrimitive())
                        .filter(property ->
                                storage.resource().ownId().filter(property::equals).isEmpty())
                        .filter(property ->
                                sql.column(property)
                                        .filter(column ->
                                                !columns.contains(
                                                        column.name().toLowerCase(Locale.ROOT)))
                                        .isPresent())
                        .toList();
    }

    /// The columns of the one statement that inserts; none where there are several.
    private static Stream<String> columns(JavaMethod save) {
        List<String> found =
                INSERT.matcher(save.body().orElse("")).results().map(one -> one.group(1)).toList();
        return found.size() == 1
                ? Arrays.stream(found.getFirst().split(","))
                        .map(column -> column.replaceAll("[\"`\\s]", "").toLowerCase(Locale.ROOT))
                : Stream.of();
    }
}
