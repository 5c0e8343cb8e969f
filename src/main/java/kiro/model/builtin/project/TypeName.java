package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A type as a source names it: `Map<Long, User>` is `Map` of `Long` and `User`.
public record TypeName(String raw, List<TypeName> arguments) {
    private static final Map<String, String> BOXES =
            Map.of(
                    "long", "Long",
                    "int", "Integer",
                    "boolean", "Boolean",
                    "double", "Double",
                    "float", "Float",
                    "short", "Short",
                    "byte", "Byte",
                    "char", "Character");

    public TypeName {
        arguments = List.copyOf(arguments);
    }

    public static TypeName of(String source) {
        String text = source.replaceAll("@\\w+(?:\\([^)]*\\))?\\s*", "").strip();
        int open = text.indexOf('<');
        if (open < 0 || !text.endsWith(">")) {
            return new TypeName(simple(text), List.of());
        }
        var arguments = new ArrayList<TypeName>();
        int depth = 0;
        int from = open + 1;
        for (int at = open + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (depth == 0 && (c == ',' || at == text.length() - 1)) {
                arguments.add(of(text.substring(from, at)));
                from = at + 1;
            } else if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            }
        }
        return new TypeName(simple(text.substring(0, open)), arguments);
    }

    private static String simple(String name) {
        String bare = name.strip();
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    /// The same type where a primitive is its box.
    public String boxed() {
        return BOXES.getOrDefault(raw, raw);
    }

    public boolean isSameAs(TypeName other) {
        return boxed().equals(other.boxed());
    }

    public boolean isPrimitive() {
        return BOXES.containsKey(raw);
    }

    /// The one argument, as of `Optional<User>`; itself where it has not one.
    public TypeName element() {
        return arguments.size() == 1 ? arguments.getFirst() : this;
    }
}
