package kiro.infer;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// How Python functions answer: FastAPI, Flask, Django and its REST framework.
final class PythonAnswers {
    private static final Set<String> RESPONSES =
            Set.of(
                    "Response",
                    "JSONResponse",
                    "JsonResponse",
                    "HttpResponse",
                    "PlainTextResponse",
                    "HTMLResponse",
                    "make_response",
                    "abort");

    private PythonAnswers() {}

    static void read(Answers answers) {
        answers.function().below(Set.of("raise_statement"), raised -> addRaised(raised, answers));
        for (Call call : SourceFile.calls(answers.function())) {
            addCall(call, answers);
        }
        answers.function()
                .below(Set.of("return_statement"), returned -> addReturned(returned, answers));
    }

    private static void addRaised(SyntaxNode raised, Answers answers) {
        List<SyntaxNode> parts = raised.named();
        if (parts.isEmpty()) {
            return;
        }
        SyntaxNode error = parts.getFirst();
        String type = error.child("function").orElse(error).flatText();
        List<SyntaxNode> arguments =
                error.child("arguments").map(SyntaxNode::named).orElse(List.of());
        answers.addError(type.substring(type.lastIndexOf('.') + 1), arguments, raised);
    }

    private static void addCall(Call call, Answers answers) {
        if (call.name().equals("get_object_or_404") || call.name().equals("get_list_or_404")) {
            String subject =
                    call.arguments().isEmpty()
                            ? "the object"
                            : Conditions.code(call.arguments().getFirst().flatText());
            answers.add(404, "there is no such " + subject, call.node());
        } else if (call.name().equals("get_or_404") || call.name().equals("first_or_404")) {
            answers.add(
                    404, Conditions.code(call.node().flatText()) + " finds nothing", call.node());
        } else if (RESPONSES.contains(call.name())) {
            answers.addAmong(call);
            answers.markSending();
        } else if (call.name().startsWith("HttpResponse")) {
            answers.add(
                    Statuses.ofName(call.name().substring("HttpResponse".length())), call.node());
        }
    }

    /// `return body, 404`.
    private static void addReturned(SyntaxNode returned, Answers answers) {
        if (!returned.named().isEmpty()) {
            answers.markSending();
        }
        returned.named().stream()
                .filter(each -> each.is("expression_list") || each.is("tuple"))
                .map(SyntaxNode::named)
                .filter(parts -> parts.size() >= 2)
                .forEach(parts -> {
                    OptionalInt status = Answers.statusAmong(parts.subList(1, parts.size()));
                    answers.add(status, returned);
                });
    }
}
