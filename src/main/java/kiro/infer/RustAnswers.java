package kiro.infer;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import kiro.code.SyntaxNode;

/// How Rust functions answer: the builders of actix, the status codes of axum, and variants of error types.
final class RustAnswers {
    private static final Set<String> PATHS = Set.of("scoped_identifier");

    private RustAnswers() {}

    static void read(Answers answers) {
        answers.function().below(PATHS, path -> add(path, answers));
        answers.function().child("return_type").ifPresent(type -> answers.markSending());
    }

    private static void add(SyntaxNode path, Answers answers) {
        String type = path.child("path").map(SyntaxNode::text).orElse("");
        String name = path.child("name").map(SyntaxNode::text).orElse("");
        String last = type.substring(type.lastIndexOf(':') + 1);
        if (isPattern(path)) {
            return;
        }
        if (last.equals("StatusCode") || last.equals("HttpResponse")) {
            OptionalInt status = Statuses.ofName(name);
            answers.add(status, path);
        } else if (last.endsWith("Error") && Character.isUpperCase(name.charAt(0))) {
            answers.addError(last + "::" + name, List.of(), path);
        }
    }

    private static boolean isPattern(SyntaxNode path) {
        return path.above(Set.of("match_pattern", "match_arm", "function_item"))
                .filter(above -> above.is("match_pattern"))
                .isPresent();
    }
}
