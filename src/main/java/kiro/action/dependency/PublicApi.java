package kiro.action.dependency;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a version of a library lets others use.
final class PublicApi {
    private final SortedMap<String, Declaration> declarations;
    private final Map<String, Declaration> types = new HashMap<>();
    private final Map<String, List<String>> supertypes;
    private final int unread;

    private PublicApi(
            SortedMap<String, Declaration> declarations,
            Map<String, List<String>> supertypes,
            int unread) {
        this.declarations = Collections.unmodifiableSortedMap(declarations);
        this.supertypes = Map.copyOf(supertypes);
        this.unread = unread;
        for (Declaration each : declarations.values()) {
            if (each.kind() == Declaration.Kind.TYPE) {
                types.put(each.place() + "." + each.path(), each);
            }
        }
    }

    /// @param supertypes of each type, both by their full names
    /// @param unread how many of its files could not be read
    static PublicApi of(
            Collection<Declaration> declarations,
            Map<String, List<String>> supertypes,
            int unread) {
        var sorted = new TreeMap<String, Declaration>();
        declarations.forEach(each -> sorted.merge(each.key(), each, PublicApi::merged));
        return new PublicApi(sorted, supertypes, unread);
    }

    /// Two of one name, such as the forms of a function in a script.
    private static Declaration merged(Declaration one, Declaration other) {
        var facts = new TreeMap<>(one.facts());
        other.facts()
                .forEach((name, fact) ->
                        facts.merge(name, fact, (a, b) -> a.equals(b) ? a : a + " or " + b));
        return new Declaration(one.kind(), one.place(), one.path(), one.id(), facts);
    }

    Collection<Declaration> declarations() {
        return declarations.values();
    }

    Optional<Declaration> find(String key) {
        return Optional.ofNullable(declarations.get(key));
    }

    /// All of one name, whatever tells them apart.
    Collection<Declaration> named(String place, String path) {
        String key = place + "\n" + path + "\n";
        return declarations.subMap(key, key + "\uffff").values();
    }

    /// The members of a type that stand in itself.
    List<Declaration> members(Declaration type) {
        String key = type.place() + "\n" + type.path() + ".";
        return declarations.subMap(key, key + "\uffff").values().stream()
                .filter(each -> each.owner().equals(type.path()))
                .toList();
    }

    /// The library's own type that a value has, or a function answers.
    Optional<Declaration> typeOf(Declaration declared) {
        String written =
                declared.fact("type").isEmpty() ? declared.fact("returns") : declared.fact("type");
        String full = written.replace('$', '.').replace("[]", "");
        if (written.isEmpty() || types.containsKey(full)) {
            return type(full);
        }
        String first =
                written.replaceFirst("^(?:-> ?)?[(&*\\[\\] ]*(?:Promise<|Result<|Option<)?", "")
                        .replaceFirst("[^\\w.$].*", "");
        return first.equals("Self") && !declared.owner().isEmpty()
                ? type(declared.place() + "." + declared.owner())
                : type(declared.place() + "." + first)
                        .or(() -> type(declared.place() + "." + first.replaceFirst(".*\\.", "")));
    }

    /// The type of a full name.
    Optional<Declaration> type(String fullName) {
        return Optional.ofNullable(types.get(fullName));
    }

    /// Whether a type is one of the library's own, seen or not.
    boolean isKnown(String fullName) {
        return types.containsKey(fullName) || supertypes.containsKey(fullName);
    }

    int unread() {
        return unread;
    }

    /// The packages, modules or crates that it has.
    Set<String> places() {
        var places = new HashSet<String>();
        declarations.values().forEach(each -> places.add(each.place()));
        return places;
    }

    /// A type with all that it inherits from, the nearest first, by their full names.
    List<String> lineage(String type) {
        var lineage = new LinkedHashSet<String>();
        var left = new ArrayDeque<>(List.of(type));
        while (!left.isEmpty()) {
            String each = left.poll();
            if (lineage.add(each)) {
                left.addAll(supertypes.getOrDefault(each, List.of()));
            }
        }
        return List.copyOf(lineage);
    }
}
