package kiro.steering.check;

import java.util.Set;
import kiro.code.Grammar;
import kiro.steering.rule.Subject;
import kiro.steering.rule.Subject.Use;
import kiro.steering.source.NameUse;
import kiro.steering.source.Referent;

/// A name of a rule in the form in which it is looked up.
///
/// @param key with dots between its parts, without what only shows how it is used
/// @param head the first part
/// @param isMember whether it is a member of anything, as in `.unwrap()`
/// @param isBelow whether only what is below it counts, as in `System.*`
/// @param isMacro whether only macros count, as in `println!`
record SoughtName(
        Subject.Name name,
        String key,
        String head,
        boolean isMember,
        boolean isBelow,
        boolean isMacro,
        Set<Use> uses) {

    static SoughtName of(Subject.Name name) {
        String text = name.text().strip();
        if (text.startsWith("new ")) {
            text = text.substring("new ".length()).strip();
        }
        if (text.startsWith("@") && !text.contains("/")) {
            text = text.substring(1);
        }
        int arguments = text.indexOf('(');
        if (arguments > 0) {
            text = text.substring(0, arguments);
        }
        boolean isBelow = text.endsWith(".*") || text.endsWith("::*");
        if (isBelow) {
            text = text.substring(0, text.length() - (text.endsWith("::*") ? 3 : 2));
        }
        boolean isMacro = text.endsWith("!");
        if (isMacro) {
            text = text.substring(0, text.length() - 1);
        }
        text = text.replace("::", ".").replace('#', '.');
        if (text.startsWith("node:")) {
            text = text.substring("node:".length());
        }
        if (text.startsWith("core.") || text.startsWith("alloc.")) {
            text = "std" + text.substring(text.indexOf('.'));
        }
        boolean isMember =
                text.startsWith(".") && !text.startsWith("./") && !text.startsWith("../");
        int dot = text.indexOf('.');
        return new SoughtName(
                name,
                isMember ? text.substring(1) : text,
                dot > 0 ? text.substring(0, dot) : text,
                isMember,
                isBelow,
                isMacro,
                name.uses());
    }

    /// Whether a part of what a use leads to is this name.
    ///
    /// @param start where the part starts in the referent's name
    /// @param end where it ends
    boolean isAt(NameUse use, int start, int end, Grammar language) {
        Referent referent = use.referent();
        boolean isWhole = end == referent.name().length();
        if (!counts(use.how()) || (isMacro && !use.isMacro()) || (isBelow && isWhole)) {
            return false;
        }
        if (end <= referent.instance()) {
            return false;
        }
        boolean isBuiltIn = BuiltInNames.has(language, head);
        return switch (referent.source()) {
            case GLOBAL -> start == 0;
            case LOCAL -> start == 0 && key.indexOf('.') > 0 && !isBuiltIn;
            case PROJECT -> isPlace(referent, start) && (!isBuiltIn || start == 0);
            case LIBRARY ->
                    isPlace(referent, start)
                            && (start == 0
                                    || !isBuiltIn
                                    || isOfLanguage(referent, start, language));
        };
    }

    /// Whether the name may start there: at the start, at the member, or, where it has several parts, at any of them.
    private boolean isPlace(Referent referent, int start) {
        return start == 0 || start == referent.member() || key.indexOf('.') > 0;
    }

    /// Whether something of a library is the language's own, so that its short name means it.
    private boolean isOfLanguage(Referent referent, int start, Grammar language) {
        String name = referent.name();
        return switch (language) {
            case JAVA -> name.startsWith("java.") || name.startsWith("javax.");
            case RUST -> name.startsWith("std.");
            case GO ->
                    name.indexOf('.') > name.indexOf('/')
                            && !name.substring(0, Math.max(0, name.indexOf('/'))).contains(".");
            case PYTHON -> name.substring(0, start).equals(head + ".");
            case JAVASCRIPT, TYPESCRIPT, TSX -> false;
        };
    }

    private boolean counts(Use how) {
        return uses.isEmpty() || uses.contains(how);
    }

    /// What messages say of a use.
    static String verb(Use how) {
        return switch (how) {
            case CALL -> "called";
            case IMPORT -> "imported";
            case TYPE, REFERENCE -> "used";
        };
    }
}
