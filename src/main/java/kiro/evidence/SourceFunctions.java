package kiro.evidence;

import java.util.List;
import java.util.Optional;
import kiro.text.Hash;

/// A source file as its functions and the rest.
///
/// @param functions in the order of the file; none lies in another
/// @param rest the digest of what stands outside of them: imports, fields, constants
record SourceFunctions(SourceCode code, List<SourceFunction> functions, Hash rest) {
    SourceFunctions {
        functions = List.copyOf(functions);
    }

    /// The function that a line belongs to.
    Optional<SourceFunction> at(int line) {
        return functions.stream().filter(function -> function.lines().contains(line)).findFirst();
    }

    Optional<SourceFunction> named(String key) {
        return functions.stream().filter(function -> function.key().equals(key)).findFirst();
    }
}
