package kiro.hook;

/// The file that hooks are being read from.
///
/// @param label as messages name it
record HookSource(String label, boolean isTrusted) {
    Hook.Source at(int line, Hook.Format format) {
        return new Hook.Source(label, line, format, isTrusted);
    }
}
