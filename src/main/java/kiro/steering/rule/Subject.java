package kiro.steering.rule;

import java.util.List;
import java.util.Set;
import kiro.code.Grammar;

/// What code can use, and a rule can forbid or confine.
public sealed interface Subject {
    /// How code refers to a name.
    enum Use {
        CALL,
        IMPORT,
        TYPE,
        REFERENCE
    }

    /// Something with a name: a function, a member, a type, a module, a package: `console.log`, `java.util.Date`,
    /// `moment`, `eval`, `os.system`. A name that ends with `.*` is all below it. It is found by whatever way code leads
    /// to it: aliases, re-exports, destructuring, computed access, static imports, qualified names.
    ///
    /// @param uses the ways that count; all, where a sentence only says "use"
    record Name(String text, Set<Use> uses) implements Subject {
        public Name {
            uses = Set.copyOf(uses);
        }

        public static Name of(String text) {
            return new Name(text, Set.of(Use.values()));
        }
    }

    /// An annotation, decorator or attribute, without its sign: `Autowired`, `SuppressWarnings`.
    record Annotation(String name) implements Subject {}

    /// A form of the language that has no name of its own.
    record Form(SyntaxForm form) implements Subject {}

    /// A text within literals, found by a pattern that cannot run away; such as `SELECT *` or `http://`.
    record Literal(TextPattern pattern) implements Subject {}

    /// A text within comments, such as `TODO`.
    record Comment(TextPattern pattern) implements Subject {}

    /// Code of a shape, as source with holes: `$A == null`, `new Thread($$$)`. `$NAME` is one expression, the same
    /// wherever the name comes again, `$$$` any number.
    ///
    /// @param languages those that it is read in; all where the list is empty
    record Shape(String source, List<Grammar> languages) implements Subject {
        public Shape {
            languages = List.copyOf(languages);
        }
    }
}
