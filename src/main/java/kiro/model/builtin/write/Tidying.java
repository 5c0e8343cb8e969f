package kiro.model.builtin.write;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaFile;
import kiro.code.JavaMethod;
import kiro.code.JavaType;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.MadeObject;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

/// What a project does to texts before it keeps them: `.strip()` where it makes its objects with `title.strip()`.
///
/// @param calls what follows the value, by the property's name
record Tidying(Map<String, String> calls) {
    private static final String CALLS = "(?:\\.(?:strip|trim)\\(\\))+";
    private static final Pattern TIDIED =
            Pattern.compile("\\w+(?:\\.\\w+(?:\\(\\))?)*?(" + CALLS + ")");

    Tidying {
        calls = Map.copyOf(calls);
    }

    static Tidying of(SpringProject project, DomainType resource) {
        var calls = new HashMap<String, String>();
        for (JavaFile file : project.sources().main()) {
            for (JavaType type : file.types()) {
                for (JavaMethod method : type.methods()) {
                    read(method, resource, calls);
                }
            }
        }
        return new Tidying(calls);
    }

    private static void read(JavaMethod method, DomainType resource, Map<String, String> calls) {
        for (MadeObject made : MadeObject.in(method, resource)) {
            made.values()
                    .forEach((property, value) -> {
                        Matcher tidied = TIDIED.matcher(value);
                        if (tidied.matches()) {
                            calls.put(property, tidied.group(1));
                        }
                    });
        }
        String body = method.body().orElse("");
        if (!body.contains("new " + resource.name() + "(")) {
            return;
        }
        for (Property property : resource.properties()) {
            property.setter()
                    .ifPresent(setter -> {
                        Matcher set =
                                Pattern.compile("\\." + setter + "\\(" + TIDIED.pattern() + "\\)")
                                        .matcher(body);
                        if (set.find()) {
                            calls.put(property.name(), set.group(1));
                        }
                    });
        }
    }

    /// @param value the expression of what was sent
    /// @param isThere whether it cannot be null
    String of(Property property, String value, boolean isThere) {
        String call = calls.getOrDefault(property.name(), "");
        boolean isText = property.typeName().raw().equals("String");
        return call.isEmpty() || !isText || value.endsWith(call)
                ? value
                : isThere ? value + call : value + " == null ? null : " + value + call;
    }
}
