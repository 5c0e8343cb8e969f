package kiro.model.builtin.store;

import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaCall;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Making;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.TypeName;

/// How a store makes objects of rows.
///
/// @param expression what its queries are given
/// @param helper a method that the expression needs and the class lacks
record RowMapping(String expression, Optional<StoreMethod.Helper> helper) {
    private static final Pattern LAMBDA =
            Pattern.compile("(?s)\\(\\s*(\\w+)\\s*,\\s*(\\w+)\\s*\\)\\s*->\\s*(.*)");

    private static RowMapping plain(String expression) {
        return new RowMapping(expression, Optional.empty());
    }

    /// The store's own way; where it has none yet, one by the types of the properties.
    static Optional<RowMapping> of(
            Backing.Sql sql, DomainType resource, SqlValues values, Set<String> imports) {
        ProjectType type = sql.in();
        return field(type, resource)
                .or(() -> method(type, resource))
                .or(() -> made(type, resource))
                .or(() -> inline(type, resource, imports))
                .or(() -> written(sql, resource, values));
    }

    private static Optional<RowMapping> field(ProjectType type, DomainType resource) {
        return type.type().fields().stream()
                .filter(field -> {
                    TypeName name = TypeName.of(field.type());
                    return name.raw().endsWith("RowMapper")
                            && (name.arguments().isEmpty()
                                    ? name.raw().startsWith(resource.name())
                                    : name.element().raw().equals(resource.name()));
                })
                .map(JavaField::name)
                .findFirst()
                .map(RowMapping::plain);
    }

    private static Optional<RowMapping> method(ProjectType type, DomainType resource) {
        return type.type().methods().stream()
                .filter(method ->
                        TypeName.of(method.returnType()).raw().equals(resource.name())
                                && method.parameters().size() == 2
                                && method.parameters().getFirst().type().equals("ResultSet"))
                .findFirst()
                .map(method ->
                        plain((method.is("static") ? type.name() : "this") + "::" + method.name()));
    }

    /// A mapper that is named where it is used: `Book.class`, `new BookRowMapper()`.
    private static Optional<RowMapping> made(ProjectType type, DomainType resource) {
        String name = resource.name();
        Matcher found =
                Pattern.compile(
                                "(?:BeanPropertyRowMapper|DataClassRowMapper|SimplePropertyRowMapper)\\.newInstance\\(\\s*"
                                        + name
                                        + "\\.class\\s*\\)|new\\s+(?:Bean|DataClass|Simple)\\w*RowMapper<\\w*>\\(\\s*"
                                        + name
                                        + "\\.class\\s*\\)|new\\s+"
                                        + name
                                        + "\\w*Mapper\\(\\)|(?<=\\.query\\()"
                                        + name
                                        + "\\.class(?=\\))")
                        .matcher(type.file().text());
        return found.find() ? Optional.of(plain(found.group())) : Optional.empty();
    }

    /// A lambda in one of the queries becomes a method, so that it is written once.
    private static Optional<RowMapping> inline(
            ProjectType type, DomainType resource, Set<String> imports) {
        for (JavaMethod method : type.type().methods()) {
            for (JavaCall call : method.calls()) {
                for (String argument : call.arguments()) {
                    Matcher lambda = LAMBDA.matcher(argument);
                    boolean makes =
                            call.name().matches("query\\w*")
                                    && lambda.matches()
                                    && isMaking(lambda.group(3), resource);
                    if (makes) {
                        return Optional.of(extracted(type, resource, argument, lambda, imports));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMaking(String code, DomainType resource) {
        return switch (resource.making()) {
            case Making.Builder made -> code.startsWith(made.start() + "(");
            case Making.Factory made -> code.startsWith(made.type() + "." + made.method() + "(");
            case Making.Constructor _, Making.Unknown _ ->
                    code.startsWith("new " + resource.name() + "(");
        };
    }

    private static RowMapping extracted(
            ProjectType type,
            DomainType resource,
            String argument,
            Matcher lambda,
            Set<String> imports) {
        imports.add("java.sql.ResultSet");
        imports.add("java.sql.SQLException");
        String base = Words.lower(resource.name());
        boolean isTaken =
                type.type().methods().stream().anyMatch(method -> method.name().equals(base));
        String name = isTaken ? "to" + resource.name() : base;
        String helper =
                "private %s %s(ResultSet %s, int %s) throws SQLException {\n    return %s;\n}"
                        .formatted(
                                resource.name(),
                                name,
                                lambda.group(1),
                                lambda.group(2),
                                lambda.group(3).strip().replaceAll("\\s*\\n\\s*", " "));
        return new RowMapping(
                "this::" + name,
                Optional.of(new StoreMethod.Helper(helper, argument, "this::" + name)));
    }

    private static Optional<RowMapping> written(
            Backing.Sql sql, DomainType resource, SqlValues values) {
        var read = new HashMap<String, String>();
        for (String name : resource.making().takes()) {
            Property property = resource.property(name).orElseThrow();
            if (sql.column(property).isEmpty() || !values.fits(property)) {
                return Optional.empty();
            }
            read.put(name, values.read("rs", property, sql));
        }
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(plain("(rs, n) -> " + resource.making().code(read)));
    }
}
