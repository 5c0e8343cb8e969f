package kiro.action.dependency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.Grammar;
import kiro.code.Import;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// What the names that one file imports stand for in a library.
final class ImportedNames {
    /// An import that leads to the library.
    record Place(SyntaxNode node, Target target) {}

    private final PublicApi api;
    private final Set<String> places;
    private final Grammar language;
    private final Map<String, Target> locals = new HashMap<>();
    private final List<String> wholePlaces = new ArrayList<>();
    private final List<Place> found = new ArrayList<>();

    ImportedNames(SourceFile file, PublicApi api, Set<String> places) {
        this.api = api;
        this.places = places;
        this.language = file.language();
        for (Import each : file.imports()) {
            each.names().forEach((local, name) -> add(each, local, name));
        }
        if (language == Grammar.RUST) {
            places.forEach(place -> locals.putIfAbsent(place, new Target(place, "")));
        }
    }

    /// The imports of it, in the order of the file.
    List<Place> found() {
        return found;
    }

    Optional<Target> of(String local) {
        Target known = locals.get(local);
        if (known != null) {
            return Optional.of(known);
        }
        return wholePlaces.stream()
                .map(place -> new Target(place, local))
                .filter(this::isKnown)
                .findFirst();
    }

    /// The local names of what is different, where they are others than its own.
    Set<String> locals() {
        return locals.keySet();
    }

    private void add(Import each, String local, String name) {
        Optional<Target> target = target(each, name);
        if (target.isEmpty()) {
            return;
        }
        found.add(new Place(each.node(), target.get()));
        if (local.equals("*")) {
            wholePlaces.add(target.get().fullName());
            return;
        }
        locals.put(goName(each, local), target.get());
    }

    /// Without a name of its own a Go package is called by the last word of its path that is no version.
    private String goName(Import each, String local) {
        boolean isNamed = language != Grammar.GO || each.node().child("name").isPresent();
        if (isNamed) {
            return local;
        }
        String path = each.module().replaceFirst("[/.]v\\d+$", "");
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("^go-", "").replace('-', '_');
    }

    private Optional<Target> target(Import each, String name) {
        return switch (language) {
            case JAVA -> dotted(name.equals("*") ? each.module() : each.module() + "." + name);
            case PYTHON -> {
                String full = name.equals("*") ? each.module() : each.module() + "." + name;
                yield dotted(full).map(this::handedOn);
            }
            case JAVASCRIPT, TYPESCRIPT, TSX -> script(each.module(), name);
            case GO ->
                    places.contains(each.module())
                            ? Optional.of(new Target(each.module(), ""))
                            : Optional.empty();
            case RUST -> {
                String crate = each.module().replaceFirst("::.*", "");
                boolean isWhole = each.module().isEmpty() && places.contains(name);
                yield isWhole
                        ? Optional.of(new Target(name, ""))
                        : places.contains(crate)
                                ? Optional.of(new Target(crate, name.equals("*") ? "" : name))
                                : Optional.empty();
            }
        };
    }

    /// The longest beginning that is a place is the place.
    private Optional<Target> dotted(String full) {
        String place = full;
        while (!places.contains(place)) {
            int dot = place.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            place = place.substring(0, dot);
        }
        return Optional.of(
                new Target(place, place.equals(full) ? "" : full.substring(place.length() + 1)));
    }

    private Optional<Target> script(String module, String name) {
        if (!places.contains(module)) {
            boolean isBelow = places.stream().anyMatch(place -> module.startsWith(place + "/"));
            return isBelow
                    ? Optional.of(new Target(module, name.equals("*") ? "" : name))
                    : Optional.empty();
        }
        boolean isWhole =
                name.equals("*")
                        || (name.equals("default") && api.named(module, "default").isEmpty());
        return Optional.of(handedOn(new Target(module, isWhole ? "" : name)));
    }

    boolean isKnown(Target target) {
        return !api.named(target.place(), target.path()).isEmpty();
    }

    /// Whether a name stands for all that the module exports besides.
    private boolean isWhole(Target target) {
        return api.named(target.place(), target.path().replaceFirst("\\..*", "")).stream()
                .anyMatch(each -> !each.fact("whole").isEmpty());
    }

    /// A module that hands on a name of another of its package stands for that one.
    Target handedOn(Target target) {
        if (target.path().isEmpty()) {
            return target;
        }
        if (isWhole(target)) {
            int dot = target.path().indexOf('.');
            return new Target(target.place(), dot < 0 ? "" : target.path().substring(dot + 1));
        }
        String first = target.path().replaceFirst("\\..*", "");
        boolean isHandedOn =
                api.named(target.place(), first).stream()
                        .anyMatch(each -> !each.fact("handed on").isEmpty());
        if (!isHandedOn) {
            return target;
        }
        String top = target.place().replaceFirst("\\..*", "");
        return places.stream()
                .filter(place -> place.equals(top) || place.startsWith(top + "."))
                .sorted()
                .filter(place ->
                        api.named(place, first).stream()
                                .anyMatch(each -> each.fact("handed on").isEmpty()))
                .map(place -> new Target(place, target.path()))
                .findFirst()
                .orElse(target);
    }
}
