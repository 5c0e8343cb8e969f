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
        answers.function()
                .below(
                        Set.of("method_reference"),
                        reference -> {
                            String type = reference.text().replaceFirst("::.*$", "");
                            if (reference.text().endsWith("::new") && isError(type)) {
                                answers.addError(type, List.of(), reference);
                            }
                        });
    }

    private static void addNew(Call call, Answers answers) {
        if (isError(call.name())) {
            answers.addError(call.name(), call.arguments(), call.node());
        } else if (call.name().equals("ResponseEntity")) {
            answers.addAmong(call);
        }
    }

    private static void addCall(Call call, Answers answers) {
        String receiver = call.callee().replaceFirst("\\.\\w+$", "");
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
        }
    }

    private static boolean isError(String type) {
        return type.endsWith("Exception") || type.endsWith("Error");
    }
}
