package kiro.cli;

/// A number of things, in words.
final class Counted {
    private Counted() {}

    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
