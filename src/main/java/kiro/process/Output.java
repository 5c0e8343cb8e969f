package kiro.process;

import java.nio.file.Path;
import java.util.Optional;

/// What a command printed on both streams, in the order it came.
///
/// @param text all of it, or its head and tail around a line that says how much is left out
/// @param length bytes printed in all
/// @param kept the file with what `text` leaves out, where it does
public record Output(String text, long length, Optional<Kept> kept) {
    /// How many bytes a file with what was printed has at most.
    public static final long LARGEST_FILE = 100_000_000;

    /// A file with all that was printed, to the byte, or with as much of it as is kept.
    ///
    /// @param bytes how much is in it
    /// @param isWhole whether that is everything
    public record Kept(Path file, long bytes, boolean isWhole) {
        /// Such as `the whole output is in output-1.txt`.
        ///
        /// @param name of the file, as whoever is told finds it
        public String words(String name) {
            return isWhole
                    ? "the whole output is in " + name
                    : "the first %,d bytes are in %s, and no more is kept".formatted(bytes, name);
        }
    }
}
