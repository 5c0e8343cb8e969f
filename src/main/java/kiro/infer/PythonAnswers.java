package kiro.infer;

import java.util.List;
import java.util.Optional;
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

    /// `raise E(…)`, and `raise error` with an error that the function made before; an error that was caught is passed on.
    private static void addRaised(SyntaxNode raised, Answers answers) {
        List<SyntaxNode> parts = raised.named();
        if (parts.isEmpty()) {
            return;
        }
        SyntaxNode named = parts.getFirst();
        boolean isVariable =
                named.is("identifier") && Character.isLowerCase(named.text().charAt(0));
        Optional<SyntaxNode> error =
                isVariable ? assigned(named.text(), answers.function()) : Optional.of(named);
        error.ifPresent(made -> {
            String type = made.child("function").orElse(made).flatText();
            List<SyntaxNode> arguments =
                    made.child("arguments").map(SyntaxNode::named).orElse(List.of());
            answers.addError(type(type), arguments, raised);
        });
    }

    /// The class; with the function of it that makes the error, where there is one.
    private static String type(String spelled) {
        String[] parts = spelled.split("\\.");
        String last = parts[parts.length - 1];
        boolean isFactory = parts.length > 1 && Character.isLowerCase(last.charAt(0));
        return isFactory ? parts[parts.length - 2] + "." + last : last;
    }

    private static Optional<SyntaxNode> assigned(String name, SyntaxNode scope) {
        return scope.below(Set.of("assignment")).stream()
                .filter(each ->
                        each.child("left").filter(left -> left.text().equals(name)).isPresent())
                .flatMap(each -> each.child("right").stream())
                .filter(right -> right.is("call"))
                .findFirst();
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
            addMade(returned.named().getFirst(), answers);
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

    /// `return cls(**NOT_FOUND)`: a class makes an error of its own, from a constant of the file.
    private static void addMade(SyntaxNode made, Answers answers) {
        if (made.child("function").filter(each -> each.text().equals("cls")).isEmpty()) {
            return;
        }
        List<SyntaxNode> arguments =
                made.child("arguments").map(SyntaxNode::named).orElse(List.of());
        OptionalInt status = Answers.statusAmong(arguments);
        for (SyntaxNode argument : arguments) {
            if (status.isEmpty() && argument.is("dictionary_splat")) {
                status =
                        assigned(argument.named().getFirst().text(), made.tree().node(0))
                                .flatMap(call -> call.child("arguments"))
                                .map(list -> Answers.statusAmong(list.named()))
                                .orElse(OptionalInt.empty());
            }
        }
        answers.add(status, made);
    }
}
