package kiro.model.builtin.ground;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.TypeName;

/// How a store makes objects of rows, as another store does: by a constant, by a method, by the type's own names, or where
/// the rows are read.
final class RowStyle {
    private final ProjectType working;
    private final DomainType model;
    private final DomainType resource;
    private Optional<String> lambda = Optional.empty();

    private RowStyle(ProjectType working, DomainType model, DomainType resource) {
        this.working = working;
        this.model = model;
        this.resource = resource;
    }

    /// @param working the class that the other one is like
    static RowStyle of(ProjectType working, DomainType model, DomainType resource) {
        return new RowStyle(working, model, resource);
    }

    /// The code, with what it makes of rows named as the model names it.
    String styled(String code) {
        String start = "(rs, n) -> new " + resource.name() + "(";
        int from = code.indexOf(start);
        if (from < 0) {
            return code;
        }
        int depth = 1;
        int at = from + start.length();
        while (depth > 0) {
            depth += code.charAt(at) == '(' ? 1 : code.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        Optional<String> name = name();
        if (name.isEmpty()) {
            return code;
        }
        lambda = Optional.of(code.substring(from, at));
        return code.substring(0, from) + name.get() + code.substring(at);
    }

    private Optional<String> name() {
        Optional<String> constant = mapper().map(JavaField::name);
        return constant.or(() -> mapping().map(this::reference)).or(this::made);
    }

    private String reference(JavaMethod method) {
        return (method.is("static") ? renamed(working.name()) : "this")
                + "::"
                + renamed(method.name());
    }

    /// The name of the class or a method, for the other type.
    private String renamed(String name) {
        return name.replace(bare(model.name()), bare(resource.name()))
                .replace(lower(bare(model.name())), lower(bare(resource.name())));
    }

    private static String bare(String type) {
        return type.replaceFirst("(?<=[a-z0-9])(Entity|Model|Record|Document)$", "");
    }

    private static String lower(String word) {
        return Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    private Optional<JavaField> mapper() {
        return working.type().fields().stream()
                .filter(field -> TypeName.of(field.type()).raw().equals("RowMapper"))
                .filter(field -> TypeName.of(field.type()).element().raw().equals(model.name()))
                .findFirst();
    }

    private Optional<JavaMethod> mapping() {
        return working.type().methods().stream()
                .filter(method ->
                        TypeName.of(method.returnType()).raw().equals(model.name())
                                && method.parameters().size() == 2
                                && method.parameters().getFirst().type().equals("ResultSet"))
                .findFirst();
    }

    private Optional<String> made() {
        String name = Pattern.quote(model.name());
        Matcher found =
                Pattern.compile(
                                "(?:BeanProperty|DataClass|SimpleProperty)RowMapper\\.newInstance\\(\\s*"
                                        + name
                                        + "\\.class\\s*\\)|new\\s+(?:Bean|DataClass|Simple)\\w*RowMapper<\\w*>\\(\\s*"
                                        + name
                                        + "\\.class\\s*\\)|(?<=\\.query\\()"
                                        + name
                                        + "\\.class(?=\\))")
                        .matcher(working.file().text());
        return found.find()
                ? Optional.of(found.group().replace(model.name(), resource.name()))
                : Optional.empty();
    }

    /// The constant that the styled code names.
    Optional<String> field() {
        return mapper().flatMap(field ->
                lambda.map(code ->
                        "private static final RowMapper<%s> %s =\n        %s;"
                                .formatted(resource.name(), field.name(), broken(code))));
    }

    /// The method that the styled code names.
    Optional<String> method() {
        return mapper().isPresent()
                ? Optional.empty()
                : mapping()
                        .flatMap(method ->
                                lambda.map(code ->
                                        "private %s%s %s(ResultSet rs, int n) throws SQLException {\n    return %s;\n}"
                                                .formatted(
                                                        method.is("static") ? "static " : "",
                                                        resource.name(),
                                                        renamed(method.name()),
                                                        code.substring(code.indexOf("new ")))));
    }

    /// One value a line.
    private static String broken(String lambda) {
        int open = lambda.indexOf('(', lambda.indexOf("new "));
        return lambda.substring(0, open + 1)
                + "\n                "
                + lambda.substring(open + 1)
                        .replaceAll(", (?=\\w+\\.|\\w+ == |[A-Z]\\w*\\.)", ",\n                ");
    }

    List<String> imports() {
        return List.of(
                "java.sql.ResultSet",
                "java.sql.SQLException",
                "org.springframework.jdbc.core.RowMapper",
                "org.springframework.jdbc.core.BeanPropertyRowMapper",
                "org.springframework.jdbc.core.DataClassRowMapper");
    }
}
