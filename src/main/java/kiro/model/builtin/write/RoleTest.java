package kiro.model.builtin.write;

import java.util.List;

/// How a controller finds out whether the caller has one of some roles.
///
/// @param name of a variable for it, as `isAdmin`
/// @param expression that is true where they have
record RoleTest(String name, String expression, List<String> imports) {
    /// The parameter of a controller's method that some of these expressions need.
    static final String REQUEST = "HttpServletRequest http";

    RoleTest {
        imports = List.copyOf(imports);
    }

    boolean needsRequest() {
        return expression.contains("http.isUserInRole(");
    }
}
