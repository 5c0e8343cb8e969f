package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the class of a body that remembers which fields were sent: a record takes what is absent for null.
///
/// @param name of the class
/// @param components the fields with their annotations, by their names
/// @param inputs the same, by their types
/// @param nulls the fields that it tells apart
/// @param tidied the statements that take off blanks, by field
record RequestBean(
        String name,
        List<String> components,
        List<RequestType.Input> inputs,
        SentNulls nulls,
        Map<String, String> tidied) {
    /// The whole file.
    ///
    /// @param members further methods, indented
    String code(String packageName, Iterable<String> imports, String members) {
        var text = new StringBuilder("package ").append(packageName).append(";\n\n");
        imports.forEach(type -> text.append("import ").append(type).append(";\n"));
        text.append(text.toString().endsWith(";\n\n") ? "" : "\n");
        text.append("/** A change, which tells a field that is null from one that is absent. */\n");
        text.append("public class ").append(name).append(" {\n");
        for (int i = 0; i < inputs.size(); i++) {
            text.append(declared(components.get(i), inputs.get(i)));
        }
        nulls.told()
                .forEach(field ->
                        text.append("    private boolean ")
                                .append(SentNulls.flag(field))
                                .append(";\n"));
        var methods = new ArrayList<String>();
        inputs.forEach(input -> methods.add(setter(input)));
        inputs.forEach(input -> methods.add(reader(input.javaType(), input.name())));
        nulls.cleared().forEach(field -> methods.add(reader("boolean", SentNulls.flag(field))));
        if (!members.isEmpty()) {
            methods.add(members);
        }
        return text.append("\n").append(String.join("\n", methods)).append("}\n").toString();
    }

    /// A field below its annotations.
    private static String declared(String component, RequestType.Input input) {
        String field = input.javaType() + " " + input.name();
        String annotations = component.substring(0, component.length() - field.length()).strip();
        return (annotations.isEmpty() ? "" : "    " + annotations + "\n")
                + "    private "
                + field
                + ";\n";
    }

    private String setter(RequestType.Input input) {
        String field = input.name();
        var lines = new ArrayList<String>();
        if (tidied.containsKey(field)) {
            lines.add(tidied.get(field));
        }
        lines.add("this.%1$s = %1$s;".formatted(field));
        if (nulls.told().contains(field)) {
            lines.add("this." + SentNulls.flag(field) + " = true;");
        }
        return "    public void set%s(%s %s) {\n%s    }\n"
                .formatted(
                        Names.upper(field),
                        input.javaType(),
                        field,
                        lines.stream()
                                .map(line -> "        " + line + "\n")
                                .collect(Collectors.joining()));
    }

    private static String reader(String type, String name) {
        return "    public %s %s() {\n        return %s;\n    }\n".formatted(type, name, name);
    }
}
