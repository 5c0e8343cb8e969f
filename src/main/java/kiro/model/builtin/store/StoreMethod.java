package kiro.model.builtin.store;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;

/// A method that a store lacks, as it would be written.
///
/// @param in the class that gets it
/// @param port the interface by which the class is known, which gets its signature
/// @param code from its signature to its brace, with four spaces and line feeds, not indented; a signature alone
///     where it needs no code
/// @param imports qualified names that the code needs
public record StoreMethod(
        Signature signature,
        Operation.Result result,
        ProjectType in,
        Optional<ProjectType> port,
        String code,
        List<String> imports,
        Optional<Helper> helper) {
    public StoreMethod {
        imports = List.copyOf(imports);
    }

    /// What a method is called, takes and answers.
    ///
    /// @param imports qualified names that it needs
    public record Signature(String name, String text, List<String> imports) {
        public Signature {
            imports = List.copyOf(imports);
        }
    }

    /// A private method that the code uses and the class lacks.
    ///
    /// @param text what stands in the class and is to be the call instead
    public record Helper(String code, String text, String instead) {}

    public String name() {
        return signature.name();
    }
}
