package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Property;

/// Reads the id of what a test has stored before the request. Where objects are kept in memory, the test has the very object that the
/// code works on: read afterwards, a changed id would be compared with itself.
final class KeptId {
    private static final Pattern OBJECT = Pattern.compile("(\\w+)(\\..+)");

    private final Place place;

    KeptId(Place place) {
        this.place = place;
    }

    /// @param lines the body of a test
    List<String> in(Given given, List<String> lines) {
        Matcher object = OBJECT.matcher(given.id());
        Property id = place.resource().id().orElseThrow();
        boolean canChange =
                place.storage().backing() instanceof Backing.Memory && id.setter().isPresent();
        return canChange && object.matches() && object.group(2).equals(id.read())
                ? kept(object.group(1), id, lines)
                : lines;
    }

    private static List<String> kept(String variable, Property id, List<String> lines) {
        String name = variable + Names.upper(id.name());
        String declared = "\\w+ " + variable + " = .*";
        Pattern read = Pattern.compile("\\b" + Pattern.quote(variable + id.read()));
        if (lines.stream().anyMatch(line -> line.matches("(?s).*\\b" + name + "\\b.*"))) {
            return lines;
        }
        var kept = new ArrayList<String>();
        boolean isDeclared = false;
        for (String line : lines) {
            kept.add(isDeclared ? read.matcher(line).replaceAll(name) : line);
            if (!isDeclared && line.matches(declared)) {
                isDeclared = true;
                kept.add("%s %s = %s%s;".formatted(id.type(), name, variable, id.read()));
            }
        }
        boolean isUsed =
                kept.stream().filter(line -> line.matches("(?s).*\\b" + name + "\\b.*")).count()
                        > 1;
        return isUsed ? kept : lines;
    }
}
