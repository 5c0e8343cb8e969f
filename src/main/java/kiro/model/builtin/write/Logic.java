package kiro.model.builtin.write;

import java.util.List;

/// What is done for an endpoint, as code.
///
/// @param parameters what it needs, in order
/// @param statements the lines before the result
/// @param result the expression of the result; empty where there is none
/// @param resultType `void` where there is no result
/// @param imports qualified names that the statements need
/// @param controllerImports qualified names that the parameters' arguments need
record Logic(
        List<Parameter> parameters,
        List<String> statements,
        String result,
        String resultType,
        List<String> imports,
        List<String> controllerImports,
        boolean isSynchronized) {
    /// A value that the work needs.
    ///
    /// @param argument what the controller passes for it
    record Parameter(String type, String name, String argument) {}

    Logic {
        parameters = List.copyOf(parameters);
        statements = List.copyOf(statements);
        imports = List.copyOf(imports);
        controllerImports = List.copyOf(controllerImports);
    }
}
