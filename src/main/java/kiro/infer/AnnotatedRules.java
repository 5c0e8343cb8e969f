package kiro.infer;

import java.util.Optional;
import kiro.code.SyntaxNode;

/// The rules of jakarta.validation and of class-validator.
final class AnnotatedRules {
    private AnnotatedRules() {}

    static Optional<String> breach(Decorator rule, Texts texts) {
        String first = number(rule.value("value"));
        return switch (rule.simpleName()) {
            case "Size", "Length" ->
                    rule.named().isEmpty()
                            ? Breach.length(first, argument(rule, 1))
                            : Breach.length(number(rule.named("min")), number(rule.named("max")));
            case "MinLength", "ArrayMinSize" -> Breach.length(first, "");
            case "MaxLength", "ArrayMaxSize" -> Breach.length("", first);
            case "Min", "DecimalMin" -> Breach.value(first, "");
            case "Max", "DecimalMax" -> Breach.value("", first);
            case "Range" -> Breach.value(number(rule.named("min")), number(rule.named("max")));
            case "Pattern", "Matches" ->
                    rule.value("regexp")
                            .map(value -> texts.of(value).orElse(value.flatText()))
                            .map(Breach::pattern);
            case "IsEnum", "IsIn" -> rule.value().map(value -> Breach.choice(value.flatText()));
            default -> Breach.named(rule.simpleName());
        };
    }

    private static String argument(Decorator rule, int index) {
        return rule.arguments().size() > index
                ? number(Optional.of(rule.arguments().get(index)))
                : "";
    }

    private static String number(Optional<SyntaxNode> node) {
        return node.map(SyntaxNode::text)
                .map(text -> text.replaceAll("[\"'_]", "").replaceFirst("[lL]$", ""))
                .filter(text -> text.matches("-?[\\d.]+"))
                .orElse("");
    }
}
