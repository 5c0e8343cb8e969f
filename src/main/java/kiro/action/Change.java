package kiro.action;

import java.util.List;

/// What differs between two states of a project, as far as it can be read.
///
/// @param newRoutes requests that it answers now, such as `GET /users/{id}`
/// @param goneRoutes requests that it answers no longer
record Change(
        List<ChangedFile> files,
        List<SymbolChange> symbols,
        List<String> newRoutes,
        List<String> goneRoutes) {
    Change {
        files = List.copyOf(files);
        symbols = List.copyOf(symbols);
        newRoutes = List.copyOf(newRoutes);
        goneRoutes = List.copyOf(goneRoutes);
    }

    List<SymbolChange> symbols(FileRole role) {
        return symbols.stream().filter(each -> FileRole.of(each.path()) == role).toList();
    }

    List<SymbolChange> symbols(FileRole role, SymbolChange.Kind kind) {
        return symbols(role).stream().filter(each -> each.kind() == kind).toList();
    }

    List<ChangedFile> files(FileRole role) {
        return files.stream().filter(file -> file.role() == role).toList();
    }
}
