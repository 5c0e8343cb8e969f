package kiro.action.dependency;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something of a library that others can use.
///
/// @param place the package, module or crate that it is declared in, as an import names it
/// @param path its name within there, with those of the types around it, such as `Client.send`
/// @param id what tells it from others of its name, such as `(java.lang.String,int)`; may be empty
/// @param facts what those who use it rely on, each by its name
record Declaration(
        Kind kind, String place, String path, String id, SortedMap<String, String> facts) {
    enum Kind {
        PACKAGE,
        TYPE,
        CONSTRUCTOR,
        FUNCTION,
        VALUE
    }

    Declaration {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    String key() {
        return place + "\n" + path + "\n" + id;
    }

    /// Its own name alone.
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// The type that it is declared in, within its place; empty at the top.
    String owner() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /// With that of its place.
    String fullName() {
        return place + "." + path;
    }

    /// How many arguments it takes; -1 where that is not said.
    int arity() {
        if (!id.startsWith("(")) {
            return -1;
        }
        return id.equals("()") ? 0 : (int) id.chars().filter(c -> c == ',').count() + 1;
    }

    /// For people, such as `StringUtils.strip(String)`.
    String shown() {
        String named = path.replaceFirst("^default(?=$|\\.)", place);
        String shown =
                kind == Kind.CONSTRUCTOR ? "new " + owner() : kind == Kind.PACKAGE ? place : named;
        return shown + id.replaceAll("[\\w.$]+\\.(?=\\w)", "").replace(",", ", ");
    }
}
