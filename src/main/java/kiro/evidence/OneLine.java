package kiro.evidence;

/// A text as one line of bounded length, for reasons and lists.
public final class OneLine {
    private OneLine() {}

    public static String of(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1).strip() + "\u2026";
    }
}
