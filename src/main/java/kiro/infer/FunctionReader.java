package kiro.infer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Reads what a function does that others can notice.
final class FunctionReader {
    private static final Set<String> TYPES =
            Set.of("type_identifier", "identifier", "scoped_type_identifier");

    private static final int LONGEST_CALLEE = 200;

    private final SourceFile file;
    private final VariableTypes variables;

    FunctionReader(SourceFile file, VariableTypes variables) {
        this.file = file;
        this.variables = variables;
    }

    /// @param key by which others call it
    FunctionFacts read(String key, SyntaxNode function) {
        var answers = new Answers(file.path(), function);
        switch (file.language()) {
            case JAVA -> JavaAnswers.read(answers);
            case JAVASCRIPT, TYPESCRIPT, TSX -> ScriptAnswers.read(answers);
            case PYTHON -> PythonAnswers.read(answers);
            case GO -> GoAnswers.read(answers);
            case RUST -> RustAnswers.read(answers);
        }
        return new FunctionFacts(
                key,
                Place.of(file.path(), function),
                answers.found(),
                calls(function),
                types(function),
                inputs(function),
                answers.sends());
    }

    /// One that is called under several conditions counts as called under none.
    private Map<String, String> calls(SyntaxNode function) {
        var calls = new LinkedHashMap<String, String>();
        for (Call call : SourceFile.calls(function)) {
            if (call.callee().length() < LONGEST_CALLEE) {
                calls.merge(
                        variables.typed(call.callee()),
                        Conditions.of(call.node(), function),
                        (one, other) -> one.equals(other) ? one : "");
            }
        }
        return calls;
    }

    private static Set<String> inputs(SyntaxNode function) {
        var names = new HashSet<String>();
        function.child("parameters")
                .ifPresent(list ->
                        list.below(Set.of("type_identifier"), name -> names.add(name.text())));
        return names;
    }

    /// Names that begin like those of types and schemas; a schema of a script may begin small.
    private static Set<String> types(SyntaxNode function) {
        var names = new HashSet<String>();
        function.below(
                TYPES,
                name -> {
                    String text = name.text();
                    if (Character.isUpperCase(text.charAt(0)) || text.contains("chema")) {
                        names.add(text);
                    }
                });
        return names;
    }
}
