package kiro.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what a change takes from those who build on a project.
final class BreakingChanges {
    private static final int MOST = 5;

    private BreakingChanges() {}

    /// @param ofDeclarations whether others use what the code declares, and not only what it answers
    static List<String> of(Change change, boolean ofDeclarations) {
        var found = new ArrayList<String>();
        change.goneRoutes().forEach(route -> found.add(route + " is no longer answered"));
        if (ofDeclarations) {
            Set<String> fresh =
                    change.symbols(FileRole.SOURCE, SymbolChange.Kind.ADDED).stream()
                            .map(each -> each.symbol().qualifiedName())
                            .collect(Collectors.toSet());
            Set<String> gone =
                    change.symbols(FileRole.SOURCE, SymbolChange.Kind.REMOVED).stream()
                            .map(each -> each.symbol().qualifiedName())
                            .collect(Collectors.toSet());
            for (SymbolChange each : change.symbols(FileRole.SOURCE)) {
                String name = each.symbol().qualifiedName();
                if (each.breaks()
                        && !gone.contains(each.symbol().owner())
                        && !(each.kind() == SymbolChange.Kind.REMOVED && fresh.contains(name))) {
                    found.add(
                            each.kind() == SymbolChange.Kind.REMOVED
                                    ? name + " is gone"
                                    : "'%s' is now '%s'"
                                            .formatted(each.before(), each.symbol().signature()));
                }
            }
        }
        return found.size() <= MOST
                ? List.copyOf(found)
                : List.copyOf(withRest(found.subList(0, MOST), found.size() - MOST));
    }

    private static List<String> withRest(List<String> first, int rest) {
        var all = new ArrayList<>(first);
        all.add(rest + " more declarations are gone or changed");
        return all;
    }
}
