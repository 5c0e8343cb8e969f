package kiro.evidence;

/// A function of a source file.
///
/// @param key its file and name, such as `src/cart.ts#add`; of several with one name the later ones are counted,
///     `src/cart.ts#add~2`
/// @param from its first token
/// @param to the token after its last
/// @param lines where it stands
/// @param body its own text
record SourceFunction(String key, int from, int to, LineRange lines, TestBody body) {

    /// Lines of a file.
    ///
    /// @param body the first line of what it does, behind its declaration
    record LineRange(int first, int body, int last) {
        boolean contains(int line) {
            return first <= line && line <= last;
        }
    }
}
