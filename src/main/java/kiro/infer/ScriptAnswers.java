package kiro.infer;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// How JavaScript and TypeScript functions answer: Express, Fastify, Nest and plain Node.
final class ScriptAnswers {
    private static final Pattern REPLY =
            Pattern.compile(".*\\b(?:res|resp|response|reply|rep|ctx)\\b.*", Pattern.DOTALL);
    private static final Set<String> WITH_STATUS =
            Set.of("status", "sendStatus", "code", "writeHead");
    private static final Set<String> SENDS =
            Set.of("json", "send", "end", "render", "jsonp", "sendFile", "download");
    private static final Set<String> FACTORIES =
            Set.of("createError", "createHttpError", "httpError", "error");

    private ScriptAnswers() {}

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
                        Set.of("assignment_expression"),
                        assignment -> addAssignment(assignment, answers));
        answers.function()
                .below(
                        Set.of("return_statement"),
                        returned -> {
                            if (!returned.named().isEmpty()) {
                                answers.markSending();
                            }
                        });
    }

    private static void addNew(Call call, Answers answers) {
        String type = call.name();
        boolean isThrown =
                call.node().parent().filter(above -> above.is("throw_statement")).isPresent();
        if (isThrown || type.endsWith("Error") || type.endsWith("Exception")) {
            answers.addError(type, call.arguments(), call.node());
        }
    }

    private static void addCall(Call call, Answers answers) {
        boolean isReply = REPLY.matcher(call.callee()).matches();
        if (isReply && WITH_STATUS.contains(call.name())) {
            answers.addAmong(call);
        } else if (isReply && call.name().equals("redirect")) {
            OptionalInt named = Answers.statusAmong(call.arguments());
            answers.add(named.orElse(302), call.node());
        } else if (FACTORIES.contains(call.name())) {
            answers.addAmong(call);
        } else if (isReply || call.callee().contains("httpErrors.")) {
            OptionalInt status = Statuses.ofName(call.name());
            if (status.isPresent() && status.getAsInt() >= 400) {
                answers.add(status, call.node());
            }
        }
        if (isReply && SENDS.contains(call.name())) {
            answers.markSending();
        }
    }

    private static void addAssignment(SyntaxNode assignment, Answers answers) {
        boolean isStatus =
                assignment
                        .child("left")
                        .filter(left -> left.text().matches("\\w+\\.(?:statusCode|status)"))
                        .filter(left -> REPLY.matcher(left.text()).matches())
                        .isPresent();
        if (isStatus) {
            assignment
                    .child("right")
                    .ifPresent(right -> answers.add(Statuses.of(right.text()), assignment));
        }
    }
}
