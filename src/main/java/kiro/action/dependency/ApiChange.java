package kiro.action.dependency;

/// What a newer version of a library takes from those who use it.
///
/// @param declaration as it was
/// @param words what is different, such as `is gone`
record ApiChange(Declaration declaration, Kind kind, Whom whom, String words) {
    enum Kind {
        GONE,
        CHANGED,
        DEPRECATED
    }

    /// Whom it concerns.
    enum Whom {
        USERS,
        /// Those alone who extend, implement or override it.
        HEIRS
    }

    String shown() {
        return declaration.shown() + " " + words;
    }
}
