package kiro.infer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// How Java methods answer: by what they throw, and by `ResponseEntity`, `Response` and the servlet API.
final class JavaAnswers {
    private static final Set<String> BUILDERS = Set.of("ResponseEntity", "Response");

    private JavaAnswers() {}

    static void read(Answers answers) {
        for (Call call : SourceFile.calls(answers.function())) {
            if (call.callee().startsWith("new ")) {
                addNew(call, answers);
            } else {
                addCall(call, answers);
            }
        }
        addViews(answers);
        answers.function()
                .below(
                        Set.of("method_reference"),
                        reference -> {
                            String type = reference.text().replaceFirst("::.*$", "");
                            boolean isMade = reference.text().endsWith("::new");
                            if (isMade && (isError(type) || isThrown(reference))) {
                                answers.addError(type, List.of(), reference);
                            }
                        });
    }

    /// A view's name is answered with 200, `redirect:` and a path with 302; only functions that know both are read so.
    private static void addViews(Answers answers) {
        List<SyntaxNode> returns =
                answers.function().below(Set.of("return_statement")).stream()
                        .filter(each -> !each.named().isEmpty())
                        .toList();
        if (returns.stream().anyMatch(JavaAnswers::isRedirect)) {
            returns.forEach(each -> answers.add(isRedirect(each) ? 302 : 200, each));
        }
    }

    private static boolean isRedirect(SyntaxNode returned) {
        SyntaxNode value = returned.named().getFirst();
        boolean isText = value.is("string_literal") || value.is("binary_expression");
        return isText && value.text().startsWith("\"redirect:");
    }

    private static void addNew(Call call, Answers answers) {
        if (isError(call.name()) || isThrown(call.node())) {
            answers.addError(call.name(), call.arguments(), call.node());
        } else if (call.name().equals("ResponseEntity")) {
            answers.addAmong(call);
        }
    }

    private static void addCall(Call call, Answers answers) {
        int dot = call.callee().lastIndexOf('.');
        String receiver = dot < 0 ? call.callee() : call.callee().substring(0, dot);
        if (BUILDERS.contains(receiver)) {
            Optional<SyntaxNode> first = call.arguments().stream().findFirst();
            if (call.name().equals("status")) {
                answers.addAmong(call);
            } else if (call.name().equals("of") || call.name().equals("ofNullable")) {
                answers.add(200, call.node());
                answers.add(
                        404,
                        first.map(value -> Conditions.code(value.flatText()) + " has no value")
                                .orElse(""),
                        call.node());
            } else {
                answers.add(Statuses.ofName(call.name()), call.node());
            }
        } else if (call.name().equals("setStatus") || call.name().equals("sendError")) {
            answers.addAmong(call);
        } else if (call.name().equals("sendRedirect")) {
            answers.add(302, call.node());
        }
    }

    private static boolean isError(String type) {
        return type.endsWith("Exception") || type.endsWith("Error");
    }

    /// An error need not be called one: `throw new Locked()`, `orElseThrow(() -> new Locked())`.
    private static boolean isThrown(SyntaxNode made) {
        SyntaxNode value =
                made.parent().filter(above -> above.is("lambda_expression")).orElse(made);
        return value.parent().filter(above -> above.is("throw_statement")).isPresent()
                || value.parent()
                        .flatMap(SyntaxNode::parent)
                        .flatMap(call -> call.child("name"))
                        .filter(name -> name.text().equals("orElseThrow"))
                        .isPresent();
    }
}
