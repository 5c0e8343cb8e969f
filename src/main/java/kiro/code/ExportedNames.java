package kiro.code;

import java.util.HashSet;
import java.util.Set;

/// The names that a script exports apart from their declarations.
final class ExportedNames {
    private ExportedNames() {}

    /// Those of `export { a }`, `export default a` and `module.exports = ...`.
    static Set<String> of(SyntaxTree tree) {
        var names = new HashSet<String>();
        for (SyntaxNode statement : tree.root().named()) {
            if (statement.is("export_statement")) {
                statement
                        .below(Set.of("export_specifier"))
                        .forEach(each ->
                                each.child("name").ifPresent(name -> names.add(name.text())));
                statement
                        .child("value")
                        .filter(value -> value.is("identifier"))
                        .ifPresent(value -> names.add(value.text()));
            }
            if (statement.is("expression_statement")) {
                statement.named().stream()
                        .filter(each -> each.is("assignment_expression"))
                        .forEach(each -> addModuleExports(each, names));
            }
        }
        return names;
    }

    private static void addModuleExports(SyntaxNode assignment, Set<String> names) {
        String left = assignment.child("left").map(SyntaxNode::text).orElse("");
        if (!left.equals("module.exports")
                && !left.startsWith("exports.")
                && !left.startsWith("module.exports.")) {
            return;
        }
        assignment
                .child("right")
                .ifPresent(right -> {
                    if (right.is("identifier")) {
                        names.add(right.text());
                    }
                    right.all("shorthand_property_identifier")
                            .forEach(each -> names.add(each.text()));
                    right.all("pair")
                            .forEach(pair ->
                                    pair.child("value")
                                            .ifPresent(value -> names.add(value.text())));
                });
    }
}
