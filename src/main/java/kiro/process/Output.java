package kiro.process;

import java.nio.file.Path;
import java.util.Optional;

/// What a command printed on both streams, in the order it came.
///
/// @param text all of it, or its head and tail around a line that says how much is left out
/// @param length characters printed in all
/// @param whole the file with the full text, where `text` is cut
public record Output(String text, long length, Optional<Path> whole) {}
