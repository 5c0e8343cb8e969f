package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Numbers that stand in code without a name.
final class NumberForms {
    private static final Set<String> NUMBERS =
            Set.of(
                    "number",
                    "integer",
                    "float",
                    "decimal_integer_literal",
                    "hex_integer_literal",
                    "decimal_floating_point_literal",
                    "int_literal",
                    "float_literal",
                    "integer_literal");
    private static final Set<String> PLAIN =
            Set.of("0", "1", "2", "0.0", "1.0", "0L", "1L", "2L", "0f", "1f");
    private static final Set<String> NAMING =
            Set.of(
                    "const_item",
                    "static_item",
                    "const_spec",
                    "enum_variant",
                    "enum_assignment",
                    "enum_constant",
                    "annotation",
                    "attribute_item",
                    "literal_type",
                    "enum_body");

    private NumberForms() {}

    static List<Found> in(SourceFile source) {
        var found = new ArrayList<Found>();
        for (SyntaxNode number : source.root().below(NUMBERS)) {
            if (!PLAIN.contains(number.text()) && !isNamed(number)) {
                found.add(
                        new Found(
                                number,
                                "the number %s has no name".formatted(number.text()),
                                "give it a name as a constant"));
            }
        }
        return found;
    }

    private static boolean isNamed(SyntaxNode number) {
        if (number.above(NAMING).isPresent()) {
            return true;
        }
        SyntaxNode at = number;
        while (at.parent().isPresent()) {
            SyntaxNode above = at.parent().get();
            boolean isFunction =
                    above.kind().contains("function")
                            || above.is("method_declaration")
                            || above.is("lambda")
                            || above.is("lambda_expression");
            if (isFunction) {
                return false;
            }
            if (above.is("lexical_declaration")) {
                return above.first("const").isPresent();
            }
            if (above.is("field_declaration") || above.is("constant_declaration")) {
                return above.is("constant_declaration")
                        || above.first("modifiers")
                                .filter(each -> each.text().contains("final"))
                                .isPresent();
            }
            if (above.is("assignment")) {
                return above.child("left")
                        .filter(left -> left.text().matches("[A-Z][A-Z0-9_]*"))
                        .isPresent();
            }
            at = above;
        }
        return false;
    }
}
