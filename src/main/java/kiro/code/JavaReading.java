package kiro.code;

/// What came out of reading a Java source.
public sealed interface JavaReading {
    record Whole(JavaFile file) implements JavaReading {}

    /// The text is not Java, or no parser is there.
    ///
    /// @param line where it breaks; 1 where there is no place
    record Broken(String path, int line, String reason) implements JavaReading {}
}
