package kiro.infer;

/// The part of the workspace that is asked about.
///
/// @param path a file or a folder; empty for all
/// @param symbol a name declared in the file; empty for all of it
public record Scope(String path, String symbol) {
    boolean holds(String file) {
        return path.isEmpty() || file.equals(path) || file.startsWith(path + "/");
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "." : path) + (symbol.isEmpty() ? "" : "#" + symbol);
    }
}
