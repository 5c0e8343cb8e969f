package kiro.infer;

import java.util.Set;
import kiro.code.Call;
import kiro.code.SourceFile;

/// How Go functions answer: net/http, and the contexts of gin, Echo and Fiber.
final class GoAnswers {
    private static final Set<String> WITH_STATUS =
            Set.of(
                    "WriteHeader",
                    "Status",
                    "SendStatus",
                    "JSON",
                    "IndentedJSON",
                    "PureJSON",
                    "XML",
                    "YAML",
                    "HTML",
                    "Data",
                    "String",
                    "NoContent",
                    "Redirect",
                    "AbortWithStatus",
                    "AbortWithStatusJSON",
                    "AbortWithError",
                    "NewHTTPError",
                    "NewError",
                    "Error");

    private GoAnswers() {}

    static void read(Answers answers) {
        for (Call call : SourceFile.calls(answers.function())) {
            if (call.callee().equals("http.NotFound")) {
                answers.add(404, call.node());
            } else if (WITH_STATUS.contains(call.name()) || call.arguments().size() >= 2) {
                answers.addAmong(call);
            }
            boolean isWriter =
                    call.name().equals("Encode")
                            || call.callee().equals("w.Write")
                            || call.callee().startsWith("fmt.Fprint");
            if (isWriter) {
                answers.markSending();
            }
        }
    }
}
