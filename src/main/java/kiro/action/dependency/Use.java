package kiro.action.dependency;

import java.util.Comparator;

/// A place of the project that uses something of a dependency that is different now.
///
/// @param isSure whether it is known to be that very declaration, rather than one of the same name
record Use(String path, int line, ApiChange change, boolean isSure) {
    static final Comparator<Use> ORDER =
            Comparator.comparing(Use::path)
                    .thenComparingInt(Use::line)
                    .thenComparing(use -> use.change().shown());

    String place() {
        return path + ":" + line;
    }
}
