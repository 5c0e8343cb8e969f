package kiro.cli;

/// A part of a whole, drawn: `████████░░ 8/10`.
final class ProgressBar {
    private static final int WIDTH = 10;

    private ProgressBar() {}

    /// Nothing looks full before all of it is there, and nothing empty when there is some.
    static String of(int part, int whole) {
        if (whole <= 0) {
            return "";
        }
        int filled = (int) ((long) Math.clamp(part, 0, whole) * WIDTH / whole);
        int shown = part > 0 ? Math.max(filled, 1) : 0;
        return "█".repeat(shown) + "░".repeat(WIDTH - shown);
    }
}
