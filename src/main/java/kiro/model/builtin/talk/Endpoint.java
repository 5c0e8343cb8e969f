package kiro.model.builtin.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a test class's method for requests is written for.
///
/// @param name of that method
/// @param verb `GET`
/// @param path a template, as `/tasks/{id}`
/// @param parameters the names of the method's parameters for the path, in order
/// @param hasQuery whether requests are made with a query, as `?page=2`, or with an empty text
public record Endpoint(
        String name,
        String verb,
        String path,
        List<String> parameters,
        boolean hasQuery,
        boolean hasBody) {
    public Endpoint {
        parameters = List.copyOf(parameters);
    }

    String lowerVerb() {
        return verb.toLowerCase(Locale.ROOT);
    }

    /// The parameters as they are declared, with others before them.
    String declared(String... more) {
        var all = new ArrayList<String>();
        parameters.forEach(name -> all.add("Object " + name));
        if (hasQuery) {
            all.add("String query");
        }
        if (hasBody) {
            all.add("String body");
        }
        all.addAll(List.of(more));
        return String.join(", ", all);
    }

    /// The path with the query, as an expression.
    String address() {
        return "\"" + path + "\"" + (hasQuery ? " + query" : "");
    }

    /// The path and its arguments, as arguments of a call.
    String uri() {
        var all = new ArrayList<String>();
        all.add(address());
        all.addAll(parameters);
        return String.join(", ", all);
    }
}
