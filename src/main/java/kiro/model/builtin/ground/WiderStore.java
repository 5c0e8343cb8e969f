package kiro.model.builtin.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;

/// Lets the statements of a store read and write more columns.
public final class WiderStore {
    private static final String WRITES =
            "(?is).*\\b(insert\\s+into|update\\s+\\w+\\s+set|merge\\s+into)\\b.*";

    private final Backing.Sql sql;
    private final DomainType type;
    private final List<NewProperty> properties;
    private final List<String> reasons = new ArrayList<>();

    public WiderStore(Backing.Sql sql, DomainType type, List<NewProperty> properties) {
        this.sql = sql;
        this.type = type;
        this.properties = List.copyOf(properties);
    }

    /// Why its statements could not be changed; none where they could.
    public List<String> reasons() {
        return List.copyOf(reasons);
    }

    /// The text of the store's file, as it has to be.
    ///
    /// @param before as it is, with what else changed in it
    public String widened(String before) {
        String read = selected(before);
        String text = read;
        // From the last to the first, so that the places of the others stay.
        for (JavaMethod method : sql.in().type().methods().reversed()) {
            Optional<String> object = object(method);
            if (object.isPresent()) {
                String own = method.range().of(sql.in().file().text());
                String wider = written(own, object.get());
                text =
                        replacedOnce(
                                text,
                                selected(own),
                                wider.equals(own) ? selected(own) : selected(wider));
            }
        }
        return text;
    }

    private static String replacedOnce(String text, String old, String wider) {
        int at = text.indexOf(old);
        return at < 0 ? text : text.substring(0, at) + wider + text.substring(at + old.length());
    }

    private Optional<String> object(JavaMethod method) {
        return method.parameters().stream()
                .filter(one -> one.type().equals(type.name()))
                .map(one -> one.name())
                .findFirst();
    }

    /// The code, whose queries name the new columns where they name all others.
    private String selected(String code) {
        Matcher list =
                Pattern.compile(
                                "(?is)(\\bselect\\s+)((?:(?!\\bfrom\\b)[^\"])*?)(\\s+from\\s+\\w*\\.?"
                                        + sql.table().name()
                                        + "\\b)")
                        .matcher(code);
        return list.replaceAll(found -> {
            String columns = found.group(2);
            boolean isWhole =
                    columns.split(",").length * 2 > type.properties().size()
                            && columns.contains(",");
            if (!isWhole || columns.contains("*")) {
                return Matcher.quoteReplacement(found.group());
            }
            String prefix = columns.strip().replaceFirst("(?s)^(\\w+\\.)?.*$", "$1");
            var wider = new StringBuilder(columns.stripTrailing());
            properties.forEach(
                    one -> wider.append(", ").append(prefix).append(Renaming.snake(one.name())));
            return Matcher.quoteReplacement(found.group(1) + wider + found.group(3));
        });
    }

    private Pattern insert() {
        return Pattern.compile(
                "(?is)(insert\\s+into\\s+\\w*\\.?"
                        + sql.table().name()
                        + "\\s*\\()([^)\"]*)(\\)\\s*values\\s*\\()([^)\"]*)(\\))");
    }

    private Pattern update() {
        return Pattern.compile(
                "(?is)(update\\s+\\w*\\.?"
                        + sql.table().name()
                        + "\\s+set\\s+)([^\"]*?)(\\s+where\\b)");
    }

    /// A method that takes an object, whose statement stores the new values too.
    private String written(String code, String object) {
        Matcher insert = insert().matcher(code);
        Matcher update = update().matcher(code);
        boolean isInsert = insert.find();
        boolean isUpdate = !isInsert && update.find();
        if (!isInsert && !isUpdate) {
            boolean isElsewhere =
                    sql.in().type().fields().stream()
                            .flatMap(field -> field.initializer().stream())
                            .anyMatch(text -> text.matches(WRITES));
            if (code.matches(WRITES) || (isElsewhere && code.contains(sql.client() + "."))) {
                reasons.add(unreadable());
            }
            return code;
        }
        String statement = isInsert ? insert.group() : update.group();
        boolean isNamed = statement.contains(":" + property(0));
        if (!isNamed) {
            reasons.add(unreadable());
            return code;
        }
        String wider =
                isInsert
                        ? insert.group(1)
                                + insert.group(2).stripTrailing()
                                + each(", %2$s")
                                + insert.group(3)
                                + insert.group(4).stripTrailing()
                                + each(", :%1$s")
                                + insert.group(5)
                        : update.group(1)
                                + update.group(2).stripTrailing()
                                + each(", %2$s = :%1$s")
                                + update.group(3);
        return given(code.replace(statement, wider), object);
    }

    /// A text for each property, from its name and that of its column.
    private String each(String text) {
        return properties.stream()
                .map(one -> text.formatted(one.name(), Renaming.snake(one.name())))
                .collect(Collectors.joining());
    }

    private String unreadable() {
        return "the statements of %s are not in a form to which a column can be added"
                .formatted(sql.in().name());
    }

    /// The name of some property that statements have a place for.
    private String property(int index) {
        return type.properties().stream()
                .filter(one -> type.id().filter(one::equals).isEmpty())
                .skip(index)
                .findFirst()
                .map(Property::name)
                .orElse("");
    }

    /// The code, which gives the values for the new places behind the last that it gives.
    private String given(String code, String object) {
        Matcher given = Pattern.compile("(\\s*)\\.(param|addValue)\\(\\s*\"(\\w+)\"").matcher(code);
        int at = -1;
        String before = "";
        String call = "param";
        while (given.find()) {
            boolean isKey = type.id().filter(id -> id.name().equals(given.group(3))).isPresent();
            if (!isKey) {
                at = closing(code, code.indexOf('(', given.start()));
                before = given.group(1);
                call = given.group(2);
            }
        }
        if (at < 0) {
            reasons.add(unreadable());
            return code;
        }
        var more = new StringBuilder();
        for (NewProperty one : properties) {
            more.append(before)
                    .append('.')
                    .append(call)
                    .append("(\"")
                    .append(one.name())
                    .append("\", ")
                    .append(value(one, object))
                    .append(')');
        }
        return code.substring(0, at) + more + code.substring(at);
    }

    private String value(NewProperty property, String object) {
        boolean isFluent =
                type.properties().stream()
                        .noneMatch(one -> one.read().matches("\\.(get|is)[A-Z].*"));
        String read = object + "." + (isFluent ? property.name() : "get" + property.upper()) + "()";
        if (property.isEnum()) {
            return read + " == null ? null : " + read + ".name()";
        }
        return property.type().equals("Instant")
                ? read + " == null ? null : Timestamp.from(" + read + ")"
                : read;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }
}
