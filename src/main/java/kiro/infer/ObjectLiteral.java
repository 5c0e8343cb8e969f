package kiro.infer;

import java.util.Optional;
import kiro.code.SyntaxNode;

/// Object literals of scripts.
final class ObjectLiteral {
    private ObjectLiteral() {}

    /// The value of a key; for `{ handler }` the name itself.
    static Optional<SyntaxNode> value(SyntaxNode object, String key) {
        for (SyntaxNode each : object.named()) {
            boolean isShort = each.is("shorthand_property_identifier") && each.text().equals(key);
            boolean isMethod =
                    each.is("method_definition")
                            && each.child("name")
                                    .filter(name -> name.text().equals(key))
                                    .isPresent();
            if (isShort || isMethod) {
                return Optional.of(each);
            }
            if (each.child("key")
                    .filter(name -> name.text().replaceAll("^['\"]|['\"]$", "").equals(key))
                    .isPresent()) {
                return each.child("value");
            }
        }
        return Optional.empty();
    }
}
