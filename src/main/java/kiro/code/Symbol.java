package kiro.code;

import java.util.List;

/// A type, a function or another thing that a source file declares by name.
///
/// @param owner the qualified name of what it is declared in; empty at the top of the file
/// @param signature its declaration without the body and the decorators, on one line
/// @param isExported whether the language lets other files use it
/// @param decorators the annotations, decorators or attributes that stand before it
/// @param node its declaration
public record Symbol(
        Kind kind,
        String name,
        String owner,
        String signature,
        boolean isExported,
        List<SyntaxNode> decorators,
        SyntaxNode node) {
    /// What a symbol is.
    public enum Kind {
        CLASS,
        INTERFACE,
        ENUM,
        RECORD,
        STRUCT,
        TRAIT,
        TYPE,
        ANNOTATION,
        FUNCTION,
        METHOD,
        CONSTRUCTOR;

        /// Whether it can be called.
        public boolean isFunction() {
            return this == FUNCTION || this == METHOD || this == CONSTRUCTOR;
        }
    }

    public Symbol {
        decorators = List.copyOf(decorators);
    }

    /// Its name with those of what it is declared in, such as `UserService.find`.
    public String qualifiedName() {
        return owner.isEmpty() ? name : owner + "." + name;
    }
}
