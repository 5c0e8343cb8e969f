package kiro.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Collects the routes of one file.
final class RouteSink {
    private final SourceFile file;
    private final Texts texts;
    private final List<Route> routes = new ArrayList<>();
    private final List<Mount> mounts = new ArrayList<>();
    private final SequencedMap<String, String> prefixes = new LinkedHashMap<>();
    private final SequencedMap<String, SyntaxNode> inline = new LinkedHashMap<>();
    private final SequencedMap<String, List<String>> methods = new LinkedHashMap<>();

    RouteSink(SourceFile file, Texts texts) {
        this.file = file;
        this.texts = texts;
    }

    SourceFile file() {
        return file;
    }

    Texts texts() {
        return texts;
    }

    List<Route> routes() {
        return routes;
    }

    List<Mount> mounts() {
        return mounts;
    }

    Map<String, String> prefixes() {
        return prefixes;
    }

    /// Handlers without a name, by their keys.
    SequencedMap<String, SyntaxNode> inline() {
        return inline;
    }

    /// For views whose routes do not say so, the methods that they answer.
    Map<String, List<String>> methods() {
        return methods;
    }

    void add(Route route) {
        routes.add(route);
    }

    void mount(String router, String prefix, String target) {
        mounts.add(new Mount(router, RoutePath.normal(prefix), target));
    }

    void prefix(String router, String prefix) {
        prefixes.putIfAbsent(router, RoutePath.normal(prefix));
    }

    void methods(String handler, List<String> answered) {
        methods.put(handler, answered);
    }

    /// The key for a handler that stands in the place of its name.
    String inline(SyntaxNode handler) {
        String key = "@" + handler.line() + ":" + handler.start();
        inline.put(key, handler);
        return key;
    }

    Place place(SyntaxNode node) {
        return Place.of(file.path(), node);
    }
}
