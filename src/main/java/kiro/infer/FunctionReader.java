package kiro.infer;

import java.util.HashSet;
import java.util.Set;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Reads what a function does that others can notice.
final class FunctionReader {
    private static final Set<String> TYPES =
            Set.of("type_identifier", "identifier", "scoped_type_identifier");

    private final SourceFile file;
    private final VariableTypes variables;

    FunctionReader(SourceFile file) {
        this.file = file;
        this.variables = new VariableTypes(file);
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
                SourceFile.calls(function).stream()
                        .map(Call::callee)
                        .filter(callee -> callee.length() < 200)
                        .map(variables::typed)
                        .distinct()
                        .toList(),
                types(function),
                answers.sends());
    }

    /// Names that begin like those of types and schemas; a schema of a script may begin small.
    private static Set<String> types(SyntaxNode function) {
        var names = new HashSet<String>();
        function.below(
                TYPES,
                name -> {
                    String text = name.text();
                    if (Character.isUpperCase(text.charAt(0))
                            || text.matches("\\w*[Ss]chema\\w*")) {
                        names.add(text);
                    }
                });
        return names;
    }
}
