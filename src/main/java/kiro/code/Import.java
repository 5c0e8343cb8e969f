package kiro.code;

import java.util.Map;

/// What a source file takes from another.
///
/// @param module the module, package or path as it is written, without quotes
/// @param names the local names and what each stands for in the module; `*` for all of it
public record Import(String module, Map<String, String> names, SyntaxNode node) {
    public Import {
        names = Map.copyOf(names);
    }
}
