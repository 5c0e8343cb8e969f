package kiro.model.builtin.write;

import java.util.List;

/// The type of the query that a list endpoint takes.
///
/// @param checksItself whether it has a method that finds what is wrong with it
record QueryType(String name, String qualifiedName, List<String> parameters, boolean checksItself) {
    /// The name of the controller's variable for it.
    static final String VARIABLE = "query";

    QueryType {
        parameters = List.copyOf(parameters);
    }

    static String read(String parameter) {
        return VARIABLE + "." + parameter + "()";
    }
}
